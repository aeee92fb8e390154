package org.sightline.engagement.marks;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.sightline.kernel.HashingCost;

/// Where slow hashes are worked out, a few at a time and in turn, so that they never take every
/// core from students who are sending their maps (AN-03). One desk for the whole application.
public final class HashingDesk {

  private final Semaphore seats;
  private final HashingCost cost;
  private final LongAdder hashes = new LongAdder();
  private final LongAdder nanoseconds = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

  /// A desk that leaves one core free, where there is more than one.
  public HashingDesk(HashingCost cost) {
    this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), cost);
  }

  /// A desk with a number of seats, at least one.
  HashingDesk(int seats, HashingCost cost) {
    if (seats < 1) {
      throw new IllegalArgumentException("A hashing desk has at least one seat, not " + seats);
    }
    this.seats = new Semaphore(seats, true);
    this.cost = cost;
  }

  /// What each new hash is to cost.
  HashingCost cost() {
    return cost;
  }

  /// Waits for a seat, then works. An interrupt while waiting is kept for the caller, and obeyed
  /// later.
  <T> T hash(Supplier<T> work) {
    seats.acquireUninterruptibly();
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      record(System.nanoTime() - start);
      seats.release();
    }
  }

  /// How many wait for a seat now.
  public int waiting() {
    return seats.getQueueLength();
  }

  /// What hashing has cost since the start.
  public Measured measured() {
    long count = hashes.sum();
    long mean = count == 0 ? 0 : nanoseconds.sum() / count;
    return new Measured(count, Duration.ofNanos(mean), Duration.ofNanos(longest.get()));
  }

  private void record(long taken) {
    hashes.increment();
    nanoseconds.add(taken);
    longest.accumulate(taken);
  }

  /// Number of hashes, and their mean and longest time at work, without the wait.
  public record Measured(long hashes, Duration mean, Duration longest) {}
}
