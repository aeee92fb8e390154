package org.sightline.linkage.clustering;

import org.sightline.linkage.weighing.Thresholds;

/// Records on their way to becoming people: each belongs to one group, and groups are joined.
final class Groups {

  /// Beyond so many pairs of records between two groups no real person is looked at any more, and
  /// pairs that no block brought together say little.
  private static final long PAIRS_OF_REAL_PEOPLE = 1024;

  private static final int UNSEEN_FOR_EACH_SEEN = 4;

  private final Links links;
  private final Bonds bonds;
  private final int[] parent;
  private final int[] size;
  private final int[] next;
  private final int[] last;
  private final float[] weakest;

  // Each is empty where nothing of its kind is known of any record.
  private final int[] upn;
  private final int[] nhs;
  private final int[] known;
  private final long[] lists;

  Groups(Links links, Bonds bonds) {
    int rows = links.rows();
    this.links = links;
    this.bonds = bonds;
    parent = new int[rows];
    size = new int[rows];
    next = new int[rows];
    last = new int[rows];
    weakest = new float[rows];
    upn = new int[bonds.hasUpn() ? rows : 0];
    nhs = new int[bonds.hasNhs() ? rows : 0];
    known = new int[bonds.hasKnownPeople() ? rows : 0];
    lists = new long[bonds.hasListsWithoutDuplicates() ? rows : 0];
    for (int row = 0; row < rows; row++) {
      alone(row);
    }
  }

  /// Makes a record a group of its own again.
  void alone(int row) {
    parent[row] = row;
    size[row] = 1;
    next[row] = -1;
    last[row] = row;
    weakest[row] = Float.POSITIVE_INFINITY;
    if (upn.length > 0) {
      upn[row] = bonds.upn(row);
    }
    if (nhs.length > 0) {
      nhs[row] = bonds.nhs(row);
    }
    if (known.length > 0) {
      known[row] = bonds.knownPerson(row);
    }
    if (lists.length > 0) {
      lists[row] = bonds.listMask(row);
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

  float weakest(int root) {
    return weakest[root];
  }

  /// Joins the groups of two records unless something keeps them apart or the link between them is
  /// a weak bridge.
  void join(int left, int right, float weight) {
    int a = find(left);
    int b = find(right);
    if (a == b || areKeptApart(a, b)) {
      return;
    }
    boolean settled = weight >= Thresholds.SETTLED_MATCH_WEIGHT || size[a] == 1 && size[b] == 1;
    if (settled || isFirm(a, b) || bonds.areIdentical(left, right)) {
      merge(a, b, weight);
    }
  }

  /// Joins what a person said is the same.
  void joinJudged(int left, int right) {
    int a = find(left);
    int b = find(right);
    if (a != b && !areJudgedApart(a, b)) {
      merge(a, b, (float) Thresholds.SETTLED_MATCH_WEIGHT);
    }
  }

  private boolean areKeptApart(int a, int b) {
    return differ(upn, a, b)
        || differ(nhs, a, b)
        || differ(known, a, b)
        || lists.length > 0 && (lists[a] & lists[b]) != 0
        || areJudgedApart(a, b);
  }

  private static boolean differ(int[] of, int a, int b) {
    return of.length > 0 && of[a] != 0 && of[b] != 0 && of[a] != of[b];
  }

  private static void unite(int[] of, int into, int from) {
    if (of.length > 0) {
      of[into] = Math.max(of[into], of[from]);
    }
  }

  private boolean areJudgedApart(int a, int b) {
    if (!bonds.hasJudgedApart()) {
      return false;
    }
    for (int row = a; row >= 0; row = next[row]) {
      for (int other : bonds.keptApart(row)) {
        if (find(other) == b) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether all pairs between two groups together speak for joining them.
  private boolean isFirm(int a, int b) {
    int small = size[a] <= size[b] ? a : b;
    int large = small == a ? b : a;
    double sum = 0;
    long seen = 0;
    for (int row = small; row >= 0; row = next[row]) {
      for (int place = links.start(row); place < links.end(row); place++) {
        if (find(links.neighbour(place)) == large) {
          sum += counted(links.neighbourWeight(place));
          seen++;
        }
      }
    }
    long pairs = (long) size[a] * size[b];
    long unseen = pairs - seen;
    if (pairs > PAIRS_OF_REAL_PEOPLE) {
      unseen = Math.min(unseen, seen * UNSEEN_FOR_EACH_SEEN);
    }
    double mean = (sum + unseen * Thresholds.UNSEEN_PAIR_MATCH_WEIGHT) / (seen + unseen);
    return mean > Thresholds.JOINING_MEAN_MATCH_WEIGHT;
  }

  private static double counted(float weight) {
    return Math.clamp(
        weight, -Thresholds.LARGEST_COUNTED_MATCH_WEIGHT, Thresholds.LARGEST_COUNTED_MATCH_WEIGHT);
  }

  private void merge(int a, int b, float weight) {
    int into = size[a] > size[b] || size[a] == size[b] && a < b ? a : b;
    int from = into == a ? b : a;
    parent[from] = into;
    size[into] += size[from];
    next[last[into]] = from;
    last[into] = last[from];
    weakest[into] = Math.min(weight, Math.min(weakest[into], weakest[from]));
    unite(upn, into, from);
    unite(nhs, into, from);
    unite(known, into, from);
    if (lists.length > 0) {
      lists[into] |= lists[from];
    }
  }
}
