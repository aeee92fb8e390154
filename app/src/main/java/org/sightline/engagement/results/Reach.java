package org.sightline.engagement.results;

import java.util.stream.IntStream;

/// The counts that one cell may have had before some maps came and others went.
record Reach(int least, int most) {

  private static final int SPREAD = 12;

  int count() {
    return Math.max(0, most - least + 1);
  }

  /// @param all every count, or else the ends, their neighbours and some between
  int[] values(boolean all) {
    if (all || count() <= 2 * SPREAD) {
      return IntStream.rangeClosed(least, most).toArray();
    }
    var between =
        IntStream.rangeClosed(1, SPREAD)
            .map(at -> least + (int) ((long) count() * at / (SPREAD + 1)));
    var ends = IntStream.of(least, least + 1, most - 1, most);
    return IntStream.concat(ends, between).sorted().distinct().toArray();
  }
}
