package org.sightline.linkage.comparing;

import java.util.ArrayDeque;
import java.util.Deque;

/// Kernels for the tasks of several threads, each used by one at a time and kept for the next one
/// with all that it has worked out.
public final class Kernels {

  private final Kernel first;
  private final Deque<Kernel> free = new ArrayDeque<>();

  public Kernels(Kernel first) {
    this.first = first;
    free.add(first);
  }

  public synchronized Kernel take() {
    return free.isEmpty() ? first.another() : free.pop();
  }

  public synchronized void giveBack(Kernel kernel) {
    free.push(kernel);
  }
}
