package org.sightline.linkage;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Runs numbered tasks on some threads. Every task writes to its own place and results are put
/// together in the order of the numbers, so that the number of threads changes the time and nothing
/// else.
public record Workers(int threads) {

  public Workers {
    if (threads < 1) {
      throw new IllegalArgumentException("There must be one thread at least, not " + threads);
    }
  }

  public static Workers all() {
    return new Workers(Runtime.getRuntime().availableProcessors());
  }

  public void run(int tasks, IntConsumer task) {
    int helpers = Math.min(threads, tasks) - 1;
    if (helpers <= 0) {
      for (int i = 0; i < tasks; i++) {
        task.accept(i);
      }
      return;
    }
    var next = new AtomicInteger();
    var failure = new AtomicReference<@Nullable Throwable>();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement();
              i < tasks && failure.get() == null;
              i = next.getAndIncrement()) {
            try {
              task.accept(i);
            } catch (Throwable failed) {
              failure.compareAndSet(null, failed);
            }
          }
        };
    var others = new Thread[helpers];
    for (int i = 0; i < helpers; i++) {
      others[i] = Thread.ofPlatform().daemon().name("linkage-" + i).start(work);
    }
    work.run();
    join(others);
    rethrow(failure.get());
  }

  private static void join(Thread[] others) {
    try {
      for (var other : others) {
        other.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Stopped");
    }
  }

  private static void rethrow(@Nullable Throwable failed) {
    if (failed instanceof RuntimeException known) {
      throw known;
    }
    if (failed instanceof Error error) {
      throw error;
    }
  }
}
