package org.sightline.linkage.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sightline.linkage.cleaning.Records;

/// Some rows on their way to the executors.
///
/// @param from the number of the first
/// @param cells row after row
record Chunk(int from, int[] cells) implements Serializable {

  private static final int ROWS = 1 << 15;

  static List<Chunk> of(Records records) {
    var chunks = new ArrayList<Chunk>();
    int width = records.width();
    for (int from = 0; from < records.rows(); from += ROWS) {
      int to = Math.min(records.rows(), from + ROWS);
      chunks.add(new Chunk(from, Arrays.copyOfRange(records.cells(), from * width, to * width)));
    }
    return chunks;
  }
}
