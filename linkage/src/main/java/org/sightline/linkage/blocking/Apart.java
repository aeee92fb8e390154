package org.sightline.linkage.blocking;

import java.io.Serializable;
import java.util.Arrays;

/// Which pairs are never compared: within a list without duplicates, because they cannot be one
/// person, and among records that are known already, because they are settled.
///
/// @param listStarts for each list its first row, and at the end the number of rows
public record Apart(int[] listStarts, boolean[] duplicateFree, boolean[] known)
    implements Serializable {

  /// The same for rows that are numbered otherwise.
  interface Among {
    boolean areApart(int left, int right);
  }

  public static Apart nobody(int rows) {
    return new Apart(new int[] {0, rows}, new boolean[1], new boolean[1]);
  }

  Among all() {
    var listOf = new byte[isAny() ? listStarts[listStarts.length - 1] : 0];
    for (int list = 0; isAny() && list < known.length; list++) {
      Arrays.fill(listOf, listStarts[list], listStarts[list + 1], (byte) list);
    }
    return among(listOf);
  }

  /// @param rows which are looked at; from here on they are called by their places in it
  Among among(int[] rows) {
    var listOf = new byte[isAny() ? rows.length : 0];
    for (int i = 0; i < listOf.length; i++) {
      listOf[i] = (byte) listOf(rows[i]);
    }
    return among(listOf);
  }

  private Among among(byte[] listOf) {
    if (!isAny()) {
      return (left, right) -> false;
    }
    return (left, right) -> {
      int l = listOf[left];
      int r = listOf[right];
      return l == r && duplicateFree[l] || known[l] && known[r];
    };
  }

  private boolean isAny() {
    for (int list = 0; list < known.length; list++) {
      if (known[list] || duplicateFree[list]) {
        return true;
      }
    }
    return false;
  }

  private int listOf(int row) {
    int list = 0;
    while (row >= listStarts[list + 1]) {
      list++;
    }
    return list;
  }
}
