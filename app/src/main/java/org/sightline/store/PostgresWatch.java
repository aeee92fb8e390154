package org.sightline.store;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts a database again that dies, until it is closed. One that dies [#DEATHS] times in a minute
/// rests in between: a disk that is full may have room again, and nobody need be there.
final class PostgresWatch implements AutoCloseable {

  static final int DEATHS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
  static final Duration REST = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final PostgresCluster cluster;
  private final int port;
  private final Deque<Long> deaths = new ArrayDeque<>();
  private final ReentrantLock changing = new ReentrantLock();
  private volatile Process postmaster;
  private volatile boolean closed;

  private PostgresWatch(PostgresCluster cluster, Process postmaster, int port) {
    this.cluster = cluster;
    this.postmaster = postmaster;
    this.port = port;
  }

  static PostgresWatch over(PostgresCluster cluster, Process postmaster, int port) {
    var watch = new PostgresWatch(cluster, postmaster, port);
    Thread.ofVirtual().name("postgresql-watch").start(watch::keepRunning);
    return watch;
  }

  boolean isRunning() {
    return postmaster.isAlive();
  }

  private void keepRunning() {
    try {
      while (!closed) {
        if (!postmaster.waitFor(1, TimeUnit.HOURS)) {
          dropOldLogs();
        } else {
          restAfterManyDeaths();
          if (!revive()) {
            return;
          }
          if (!postmaster.isAlive()) {
            Thread.sleep(PAUSE);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A log that cannot be removed is no reason to stop watching.
  private void dropOldLogs() {
    try {
      cluster.dropOldLogs();
    } catch (IOException | RuntimeException e) {
      LOG.warn("Old logs of the database could not be removed: {}", e.toString());
    }
  }

  /// @return whether there is still something to watch
  private boolean revive() {
    changing.lock();
    try {
      if (closed) {
        return false;
      }
      LOG.warn("The database stopped (code {}). Starting it again.", postmaster.exitValue());
      postmaster = cluster.start(port);
    } catch (IOException | RuntimeException e) {
      // Counted as another death, and tried again.
      LOG.error("The database could not be started again: {}", e.toString());
    } finally {
      changing.unlock();
    }
    return true;
  }

  private void restAfterManyDeaths() throws InterruptedException {
    var now = System.nanoTime();
    deaths.addLast(now);
    deaths.removeIf(death -> now - death > WINDOW.toNanos());
    if (deaths.size() >= DEATHS && !closed) {
      LOG.error(
          "The database stopped {} times within a minute. It is tried again every {} seconds."
              + " Its log is beside its data; mend what it names.",
          deaths.size(),
          REST.toSeconds());
      Thread.sleep(REST);
    }
  }

  /// Does nothing the second time: by then the data may be another owner's.
  @Override
  public void close() {
    changing.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      cluster.stop(postmaster);
    } catch (IOException e) {
      throw new DatabaseUnavailable("The database could not be stopped cleanly.", e);
    } finally {
      changing.unlock();
    }
  }
}
