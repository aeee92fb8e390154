package org.sightline.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The patterns of the eight markers: sixteen squares, row by row, 1 is white; around them a black
/// border as wide as one of the squares.
///
/// Any two differ in at least six squares however they are turned, and each from itself turned, so
/// that one square read wrongly is mended and two are noticed.
public final class MarkerCodes {

  /// Squares along one side of the pattern.
  public static final int SIDE = 4;

  /// Squares along one side with the border.
  public static final int WHOLE = SIDE + 2;

  private static final List<Integer> CODES =
      List.of(0xe9b1, 0x6d60, 0x50f3, 0xd7d0, 0x88dc, 0x1b2c, 0x1e5f, 0x6683);

  private MarkerCodes() {}

  public static int count() {
    return CODES.size();
  }

  public static boolean isWhite(int marker, int row, int column) {
    return (CODES.get(marker) >> (15 - (row * SIDE + column)) & 1) == 1;
  }

  /// @return the marker and how often it is turned by a quarter clockwise, or `null` when the
  ///     sixteen squares differ from each of them in more than one
  public static @Nullable Found find(int squares) {
    int turned = squares;
    for (int turn = 0; turn < 4; turn++) {
      for (int marker = 0; marker < CODES.size(); marker++) {
        int wrong = Integer.bitCount(CODES.get(marker) ^ turned);
        if (wrong <= 1) {
          return new Found(marker, turn, wrong);
        }
      }
      turned = turnedBack(turned);
    }
    return null;
  }

  /// By a quarter against the clock.
  private static int turnedBack(int squares) {
    int turned = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int from = column * SIDE + (SIDE - 1 - row);
        turned = turned << 1 | (squares >> (15 - from) & 1);
      }
    }
    return turned;
  }

  /// @param turns quarters clockwise by which it appears turned
  /// @param wrong squares that had to be mended
  public record Found(int marker, int turns, int wrong) {}
}
