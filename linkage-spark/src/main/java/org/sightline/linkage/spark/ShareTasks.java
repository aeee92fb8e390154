package org.sightline.linkage.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.sightline.linkage.blocking.Share;
import org.sightline.linkage.blocking.Survey;
import org.sightline.linkage.blocking.Surveyed;
import org.sightline.linkage.comparing.PatternCounts;
import org.sightline.linkage.weighing.Pairs;
import scala.Tuple2;

/// What the executors do.
final class ShareTasks {

  private ShareTasks() {}

  /// What was found in one share.
  ///
  /// @param session the patterns of the blocks a model is learned from
  record Found(int rule, Pairs pairs, PatternCounts session) implements Serializable {}

  /// Sends each row into the share of each of its keys.
  ///
  /// @return for each share its rows, each as its number and its cells
  static Iterator<Tuple2<Integer, int[]>> explode(Shipped shipped, Chunk chunk) {
    var shares = shipped.shares();
    int width = shipped.width();
    int[] cells = chunk.cells();
    var sent = new int[shares.count()][0];
    var sizes = new int[shares.count()];
    for (int at = 0; at < cells.length; at += width) {
      for (int rule = 0; rule < shares.rules(); rule++) {
        int share = shares.shareOf(cells, at, rule);
        if (share < 0) {
          continue;
        }
        int size = sizes[share];
        if (size + width + 1 > sent[share].length) {
          sent[share] = Arrays.copyOf(sent[share], Math.max(64 * (width + 1), size * 2));
        }
        sent[share][size] = chunk.from() + at / width;
        System.arraycopy(cells, at, sent[share], size + 1, width);
        sizes[share] = size + width + 1;
      }
    }
    var all = new ArrayList<Tuple2<Integer, int[]>>();
    for (int share = 0; share < sent.length; share++) {
      if (sizes[share] > 0) {
        all.add(new Tuple2<>(share, Arrays.copyOf(sent[share], sizes[share])));
      }
    }
    return all.iterator();
  }

  static Iterator<Survey> survey(
      Shipped shipped, int share, Iterator<Tuple2<Integer, int[]>> entries) {
    return entries.hasNext()
        ? List.of(open(shipped, share, entries, Surveyed.nothing()).survey()).iterator()
        : List.<Survey>of().iterator();
  }

  static Iterator<Found> compare(
      Shipped shipped,
      Surveyed surveyed,
      boolean learns,
      int number,
      Iterator<Tuple2<Integer, int[]>> entries) {
    if (!entries.hasNext()) {
      return List.<Found>of().iterator();
    }
    var share = open(shipped, number, entries, surveyed);
    var kernel = shipped.kernel(share.records());
    var pairs = new Pairs();
    share.run((l, r) -> pairs.add(share.row(l), share.row(r), kernel.pattern(l, r)));
    pairs.trim();
    var session = new PatternCounts();
    if (learns) {
      share.sample(surveyed, (l, r) -> session.add(kernel.pattern(l, r)));
    }
    return List.of(new Found(share.rule(), pairs, session)).iterator();
  }

  private static Share open(
      Shipped shipped, int share, Iterator<Tuple2<Integer, int[]>> entries, Surveyed surveyed) {
    int step = shipped.width() + 1;
    var parts = new ArrayList<int[]>();
    entries.forEachRemaining(e -> parts.add(e._2()));
    // Each part comes of one chunk, whose rows are in order.
    parts.sort(Comparator.comparingInt(part -> part[0]));
    int count = parts.stream().mapToInt(part -> part.length / step).sum();
    var rows = new int[count];
    var cells = new int[Math.multiplyExact(count, step - 1)];
    int row = 0;
    for (int[] part : parts) {
      for (int at = 0; at < part.length; at += step, row++) {
        rows[row] = part[at];
        System.arraycopy(part, at + 1, cells, row * (step - 1), step - 1);
      }
    }
    return shipped.shares().open(share, rows, cells, surveyed);
  }
}
