package org.sightline.network.exchange;

/// How much a file may hold. A picture of more than this is no picture any more, and the file is
/// refused whole before anything of it is kept.
final class MapLimits {

  static final int NODES = 20_000;
  static final int LINES = 200_000;
  static final int REFUSED = 200_000;
  static final int DEPTH = 50;
  static final int BYTES = 50_000_000;

  private MapLimits() {}

  static void require(boolean holds, String what, int most) throws UnreadableMap {
    if (!holds) {
      throw new UnreadableMap(
          "The file has more than %,d %s. Take out what the piece of work is not about, and choose the smaller file."
              .formatted(most, what));
    }
  }
}
