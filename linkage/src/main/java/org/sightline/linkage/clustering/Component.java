package org.sightline.linkage.clustering;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Plain connected components: only to find out which records have to do with one another at all.
/// Several threads may join at once; the first record of a component stands for it, whoever joined
/// what before.
final class Component {

  private static final VarHandle PARENTS = MethodHandles.arrayElementVarHandle(int[].class);

  private final int[] parent;

  Component(int rows) {
    parent = new int[rows];
    for (int row = 0; row < rows; row++) {
      parent[row] = row;
    }
  }

  int rows() {
    return parent.length;
  }

  int find(int row) {
    int at = row;
    int up = (int) PARENTS.getOpaque(parent, at);
    while (up != at) {
      int above = (int) PARENTS.getOpaque(parent, up);
      // Above another is always above it, so that a way made shorter is never a wrong one.
      PARENTS.setOpaque(parent, at, above);
      at = above;
      up = (int) PARENTS.getOpaque(parent, at);
    }
    return at;
  }

  void join(int left, int right) {
    while (true) {
      int a = find(left);
      int b = find(right);
      if (a == b || PARENTS.compareAndSet(parent, Math.max(a, b), Math.max(a, b), Math.min(a, b))) {
        return;
      }
    }
  }

  /// For each record the one that stands for its component, or -1 where that has fewer records.
  int[] ofAtLeast(int records) {
    var sizes = new int[parent.length];
    var of = new int[parent.length];
    for (int row = 0; row < of.length; row++) {
      of[row] = find(row);
      sizes[of[row]]++;
    }
    for (int row = 0; row < of.length; row++) {
      of[row] = sizes[of[row]] < records ? -1 : of[row];
    }
    return of;
  }
}
