package org.sightline.network.taking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Places by who is linked: lines pull, and everybody pushes away who is near (Fruchterman and
/// Reingold, Graph drawing by force-directed placement, Software: Practice and Experience 21, 1991,
/// with their grid: who is far away pushes nobody). Over flat arrays; the same lines give the same
/// places.
final class Springs {

  private static final int ROUNDS = 250;

  /// What pulls everything to the middle, so that parts no line joins stay on the sheet.
  private static final double MIDDLE = 0.012;

  /// Steps that spread any number of points evenly, the same each time (Roberts, The unreasonable
  /// effectiveness of quasirandom sequences, 2018).
  private static final double ACROSS = 0.7548776662466927;

  private static final double DOWN = 0.5698402909980532;

  /// What somebody takes with their name beneath.
  private static final double NAME_WIDTH = 112;

  private static final double NAME_HEIGHT = 58;
  private static final int MOST_TO_PART = 1_500;

  private final int size;
  private final int[] from;
  private final int[] to;
  private final double width;
  private final double height;
  private final double apart;
  private final double[] strength;
  private final double[] x;
  private final double[] y;
  private final double[] dx;
  private final double[] dy;

  /// @param lines two numbers each, below `size`
  Springs(int size, List<int[]> lines, double width, double height) {
    this.size = size;
    this.from = lines.stream().mapToInt(line -> line[0]).toArray();
    this.to = lines.stream().mapToInt(line -> line[1]).toArray();
    this.width = width;
    this.height = height;
    this.apart = 0.85 * Math.sqrt(width * height / Math.max(1, size));
    this.strength = strength();
    x = new double[size];
    y = new double[size];
    dx = new double[size];
    dy = new double[size];
  }

  /// Whoever has many lines is pulled less by each: otherwise all of them end in one heap.
  private double[] strength() {
    var lines = new int[size];
    for (int i = 0; i < from.length; i++) {
      lines[from[i]]++;
      lines[to[i]]++;
    }
    var strength = new double[from.length];
    for (int i = 0; i < strength.length; i++) {
      strength[i] = 3 / Math.sqrt(Math.max(9, (double) lines[from[i]] * lines[to[i]]));
    }
    return strength;
  }

  /// Across and down, of each.
  double[][] places() {
    for (int i = 0; i < size; i++) {
      x[i] = width * (ACROSS * (i + 1) % 1);
      y[i] = height * (DOWN * (i + 1) % 1);
    }
    for (int round = 0; round < ROUNDS; round++) {
      java.util.Arrays.fill(dx, 0);
      java.util.Arrays.fill(dy, 0);
      push();
      pull();
      move(width / 10 * (1 - (double) round / ROUNDS));
    }
    for (int round = 0; round < ROUNDS && size <= MOST_TO_PART && part(); round++) {}
    return new double[][] {x, y};
  }

  private void push() {
    double reach = 2.5 * apart;
    Map<Long, List<Integer>> grid = new HashMap<>();
    for (int i = 0; i < size; i++) {
      grid.computeIfAbsent(cell(x[i], y[i], reach, 0, 0), none -> new ArrayList<>()).add(i);
    }
    for (int i = 0; i < size; i++) {
      for (int across = -1; across <= 1; across++) {
        for (int down = -1; down <= 1; down++) {
          var near = grid.get(cell(x[i], y[i], reach, across, down));
          if (near != null) {
            push(i, near, reach);
          }
        }
      }
    }
  }

  private void push(int one, List<Integer> near, double reach) {
    for (int other : near) {
      double ax = x[one] - x[other];
      double ay = y[one] - y[other];
      double distance = Math.hypot(ax, ay);
      if (other == one || distance > reach) {
        continue;
      }
      if (distance < 0.01) {
        // Two at the same place go apart, each its own way.
        ax = one < other ? 1 : -1;
        ay = 0.5 * ax;
        distance = 1;
      }
      double force = apart * apart / distance;
      dx[one] += ax / distance * force;
      dy[one] += ay / distance * force;
    }
  }

  private void pull() {
    for (int i = 0; i < from.length; i++) {
      double ax = x[to[i]] - x[from[i]];
      double ay = y[to[i]] - y[from[i]];
      double force = Math.hypot(ax, ay) / apart * strength[i];
      dx[from[i]] += ax * force;
      dy[from[i]] += ay * force;
      dx[to[i]] -= ax * force;
      dy[to[i]] -= ay * force;
    }
    for (int i = 0; i < size; i++) {
      dx[i] += (width / 2 - x[i]) * MIDDLE * apart / 10;
      dy[i] += (height / 2 - y[i]) * MIDDLE * apart / 10;
    }
  }

  private void move(double most) {
    for (int i = 0; i < size; i++) {
      double length = Math.max(0.01, Math.hypot(dx[i], dy[i]));
      double step = Math.min(length, most);
      x[i] = Math.clamp(x[i] + dx[i] / length * step, 0, width);
      y[i] = Math.clamp(y[i] + dy[i] / length * step, 0, height);
    }
  }

  /// Moves those apart whose names would lie on each other, along the shorter way.
  ///
  /// @return whether there were any
  private boolean part() {
    boolean any = false;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        double ax = x[i] - x[j];
        double ay = y[i] - y[j];
        double tooNear = NAME_WIDTH - Math.abs(ax);
        double tooLow = NAME_HEIGHT - Math.abs(ay);
        if (tooNear <= 0 || tooLow <= 0) {
          continue;
        }
        any = true;
        if (tooNear / NAME_WIDTH < tooLow / NAME_HEIGHT) {
          double step = Math.copySign(tooNear / 4 + 0.5, ax);
          x[i] += step;
          x[j] -= step;
        } else {
          double step = Math.copySign(tooLow / 4 + 0.5, ay);
          y[i] += step;
          y[j] -= step;
        }
      }
    }
    return any;
  }

  private static long cell(double x, double y, double side, int across, int down) {
    long column = (long) Math.floor(x / side) + across;
    long row = (long) Math.floor(y / side) + down;
    return column << 32 ^ row & 0xffffffffL;
  }
}
