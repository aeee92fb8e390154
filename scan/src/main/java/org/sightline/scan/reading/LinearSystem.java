package org.sightline.scan.reading;

import org.jspecify.annotations.Nullable;

/// Gauss's elimination with the largest pivot.
final class LinearSystem {

  private LinearSystem() {}

  /// @param rows each with its right side as the last number; written over
  /// @return nothing when the system has no single solution
  static double @Nullable [] solve(double[][] rows) {
    int size = rows.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) {
          pivot = row;
        }
      }
      if (Math.abs(rows[pivot][column]) < 1e-12) {
        return null;
      }
      double[] swapped = rows[column];
      rows[column] = rows[pivot];
      rows[pivot] = swapped;
      for (int row = 0; row < size; row++) {
        if (row != column) {
          double by = rows[row][column] / rows[column][column];
          for (int k = column; k <= size; k++) {
            rows[row][k] -= by * rows[column][k];
          }
        }
      }
    }
    var solved = new double[size];
    for (int i = 0; i < size; i++) {
      solved[i] = rows[i][size] / rows[i][i];
    }
    return solved;
  }
}
