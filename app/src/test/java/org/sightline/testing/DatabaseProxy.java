package org.sightline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between an application and its database, and fails as networks do.
public final class DatabaseProxy {

  /// How the line is.
  public enum Line {
    /// Everything goes through.
    GOOD,
    /// What is open is reset, and nothing new is taken.
    CUT,
    /// What is open stays open, new connections are taken, and not one byte goes through.
    HANGS,
    /// Every piece of data takes its time.
    SLOW,
    /// The commit of what [#cutAtCommitOf] names goes through; then the line is cut before its
    /// answer is there, and stays cut.
    CUT_AT_COMMIT
  }

  private static final Duration SLOWNESS = Duration.ofMillis(30);

  private final ServerSocket door;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger commits = new AtomicInteger();
  private volatile Line line = Line.GOOD;
  private volatile byte[] deed = bytes("nothing");

  private DatabaseProxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  static DatabaseProxy before(int port) {
    try {
      var proxy =
          new DatabaseProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      Thread.ofPlatform().daemon().name("database-proxy").start(proxy::accept);
      return proxy;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /// How many lines were cut at a commit.
  public int cutCommits() {
    return commits.get();
  }

  public void be(Line now) {
    line = now;
    if (now == Line.CUT) {
      cut();
    }
  }

  /// @param words that are sent to the database last in the transaction whose commit is meant, as
  ///     an act of the audit is
  public void cutAtCommitOf(String words) {
    deed = bytes(words);
    be(Line.CUT_AT_COMMIT);
  }

  private void cut() {
    open.forEach(DatabaseProxy::reset);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        if (line == Line.CUT) {
          reset(client);
        } else {
          Thread.ofVirtual().start(() -> serve(client));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      open.add(client);
      open.add(server);
      var back = Thread.ofVirtual().start(() -> pass(server, client, false));
      pass(client, server, true);
      back.join();
    } catch (IOException | InterruptedException gone) {
      // One of the two has hung up.
    } finally {
      open.remove(client);
    }
  }

  private void pass(Socket from, Socket to, boolean toDatabase) {
    byte[] bytes = new byte[16_384];
    boolean seen = false;
    try {
      for (int n = from.getInputStream().read(bytes);
          n >= 0;
          n = from.getInputStream().read(bytes)) {
        hold();
        boolean waits = toDatabase && line == Line.CUT_AT_COMMIT;
        // The driver has prepared its COMMIT: it is known by what it comes after.
        boolean cuts = waits && seen;
        seen = waits && contains(bytes, n, deed);
        to.getOutputStream().write(bytes, 0, n);
        to.getOutputStream().flush();
        if (cuts) {
          commits.incrementAndGet();
          // The database has it before anybody hangs up on it.
          Thread.sleep(200);
          be(Line.CUT);
          return;
        }
      }
    } catch (IOException | InterruptedException gone) {
      // As above.
    } finally {
      reset(from);
      reset(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private void hold() throws InterruptedException {
    if (line == Line.SLOW) {
      Thread.sleep(SLOWNESS);
    }
    while (line == Line.HANGS) {
      Thread.sleep(20);
    }
  }

  private static boolean contains(byte[] bytes, int length, byte[] words) {
    for (int at = 0; at + words.length <= length; at++) {
      if (Arrays.equals(bytes, at, at + words.length, words, 0, words.length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] bytes(String words) {
    return words.getBytes(StandardCharsets.US_ASCII);
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException closed) {
      // It is what was wanted.
    }
  }
}
