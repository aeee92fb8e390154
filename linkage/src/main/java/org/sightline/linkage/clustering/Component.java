package org.sightline.linkage.clustering;

/// Plain connected components: only to find out which records have to do with one another at all.
final class Component {

  private final int[] parent;

  Component(int rows) {
    parent = new int[rows];
    for (int row = 0; row < rows; row++) {
      parent[row] = row;
    }
  }

  int find(int row) {
    int at = row;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  void join(int left, int right) {
    int a = find(left);
    int b = find(right);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
}
