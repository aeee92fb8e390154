package org.sightline.scan.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Dark blobs that could be squares seen from somewhere.
///
/// Rows are cut into runs of dark pixels, runs that touch are joined (union-find), and of each blob
/// the four corners are taken: the point furthest from the middle, the one furthest from that, and
/// the furthest on either side of the line between them.
final class Blobs {

  private final SmallPicture small;
  private final int[] rows;
  private final int[] starts;
  private final int[] ends;
  private final int[] parents;
  private int count;

  private Blobs(SmallPicture small) {
    this.small = small;
    int most = small.width() * small.height() / 2 + small.height();
    this.rows = new int[most];
    this.starts = new int[most];
    this.ends = new int[most];
    this.parents = new int[most];
  }

  /// @return x and y of four corners each, clockwise, in pixels of the small picture
  static List<double[]> cornersOf(SmallPicture small) {
    var blobs = new Blobs(small);
    blobs.cut(small.dark());
    return blobs.corners();
  }

  private void cut(boolean[] dark) {
    int above = 0;
    int aboveEnd = 0;
    for (int row = 0; row < small.height(); row++) {
      int first = count;
      int at = row * small.width();
      for (int column = 0; column < small.width(); column++) {
        if (dark[at + column]) {
          int start = column;
          while (column < small.width() && dark[at + column]) {
            column++;
          }
          rows[count] = row;
          starts[count] = start;
          ends[count] = column;
          parents[count] = count;
          count++;
        }
      }
      join(above, aboveEnd, first);
      above = first;
      aboveEnd = count;
    }
  }

  private void join(int above, int aboveEnd, int first) {
    int upper = above;
    for (int run = first; run < count; run++) {
      while (upper < aboveEnd && ends[upper] <= starts[run]) {
        upper++;
      }
      for (int touching = upper; touching < aboveEnd && starts[touching] < ends[run]; touching++) {
        int one = root(touching);
        int other = root(run);
        if (one != other) {
          parents[Math.max(one, other)] = Math.min(one, other);
        }
      }
    }
  }

  private int root(int run) {
    while (parents[run] != run) {
      parents[run] = parents[parents[run]];
      run = parents[run];
    }
    return run;
  }

  private List<double[]> corners() {
    int[] area = new int[count];
    int[] left = new int[count];
    int[] right = new int[count];
    int[] bottom = new int[count];
    int[] runs = new int[count];
    Arrays.fill(left, Integer.MAX_VALUE);
    for (int run = 0; run < count; run++) {
      int root = root(run);
      area[root] += ends[run] - starts[run];
      left[root] = Math.min(left[root], starts[run]);
      right[root] = Math.max(right[root], ends[run]);
      bottom[root] = rows[run] + 1;
      runs[root]++;
    }
    int longest = Math.max(small.width(), small.height()) / 5;
    var places = new int[count];
    var members = new int[count][];
    for (int root = 0; root < count; root++) {
      if (parents[root] == root) {
        int width = right[root] - left[root];
        int height = bottom[root] - rows[root];
        if (Math.min(width, height) >= 7
            && Math.max(width, height) <= longest
            && Math.max(width, height) < 4 * Math.min(width, height)
            && area[root] * 5L > (long) width * height) {
          members[root] = new int[runs[root]];
        }
      }
    }
    for (int run = 0; run < count; run++) {
      int root = root(run);
      if (members[root] != null) {
        members[root][places[root]++] = run;
      }
    }
    var corners = new ArrayList<double[]>();
    for (int root = 0; root < count; root++) {
      if (members[root] != null) {
        var four = cornersOf(members[root], area[root]);
        if (four != null) {
          corners.add(four);
        }
      }
    }
    return corners;
  }

  private double @Nullable [] cornersOf(int[] members, int area) {
    double sumX = 0;
    double sumY = 0;
    for (int run : members) {
      sumX += starts[run] + ends[run];
      sumY += 2 * rows[run] + 1;
    }
    double[] first = furthest(members, sumX / 2 / members.length, sumY / 2 / members.length);
    double[] third = furthest(members, first[0], first[1]);
    double[] second = mostBeside(members, first, third, 1);
    double[] fourth = mostBeside(members, first, third, -1);
    double whole =
        Math.abs(
                (third[0] - first[0]) * (fourth[1] - second[1])
                    - (fourth[0] - second[0]) * (third[1] - first[1]))
            / 2;
    if (area < 0.45 * whole || area > 1.1 * whole || whole < 30) {
      return null;
    }
    boolean clockwise =
        (second[0] - first[0]) * (third[1] - first[1])
                - (second[1] - first[1]) * (third[0] - first[0])
            > 0;
    double[] after = clockwise ? second : fourth;
    double[] before = clockwise ? fourth : second;
    return new double[] {
      first[0], first[1], after[0], after[1], third[0], third[1], before[0], before[1]
    };
  }

  private double[] furthest(int[] members, double x, double y) {
    double most = -1;
    var best = new double[2];
    for (int run : members) {
      for (int side = 0; side < 4; side++) {
        double px = (side & 1) == 0 ? starts[run] : ends[run];
        double py = rows[run] + (side >> 1);
        double far = (px - x) * (px - x) + (py - y) * (py - y);
        if (far > most) {
          most = far;
          best[0] = px;
          best[1] = py;
        }
      }
    }
    return best;
  }

  private double[] mostBeside(int[] members, double[] from, double[] to, int sign) {
    double most = -1;
    double[] best = from.clone();
    for (int run : members) {
      for (int side = 0; side < 4; side++) {
        double px = (side & 1) == 0 ? starts[run] : ends[run];
        double py = rows[run] + (side >> 1);
        double beside =
            sign * ((to[0] - from[0]) * (py - from[1]) - (to[1] - from[1]) * (px - from[0]));
        if (beside > most) {
          most = beside;
          best[0] = px;
          best[1] = py;
        }
      }
    }
    return best;
  }
}
