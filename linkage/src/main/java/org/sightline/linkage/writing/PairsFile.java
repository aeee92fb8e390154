package org.sightline.linkage.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.Progress;
import org.sightline.linkage.Stages;
import org.sightline.linkage.Verdict;
import org.sightline.linkage.Workers;
import org.sightline.linkage.weighing.Pairs;
import org.sightline.linkage.weighing.Thresholds;

/// `pairs.csv`: every compared pair that is one person, or may be, and those kept apart by a number
/// or a judgement, each with its reason in words without values.
final class PairsFile {

  private static final double LEAST_PROBABILITY = 0.01;
  private static final int PARTS_AT_ONCE = 64;

  private final Linkage linkage;
  private final Workers workers;
  private final Set<Long> written = ConcurrentHashMap.newKeySet();
  private final double least = Thresholds.weight(LEAST_PROBABILITY);

  private final Progress progress;
  private final OpenPairs open;

  /// @param open takes in the pairs a person has to look at
  PairsFile(Linkage linkage, Workers workers, Progress progress, OpenPairs open) {
    this.linkage = linkage;
    this.workers = workers;
    this.progress = progress;
    this.open = open;
  }

  void write(OutputStream out) throws IOException {
    var head = new CsvText();
    for (var name : "list_l,row_l,list_r,row_r,weight,probability,verdict,because".split(",")) {
      head.cell(name);
    }
    out.write(head.end().bytes());
    var parts = linkage.compared().pairs();
    for (int from = 0; from < parts.size(); from += PARTS_AT_ONCE) {
      int first = from;
      var texts = new CsvText[Math.min(PARTS_AT_ONCE, parts.size() - from)];
      workers.run(texts.length, i -> texts[i] = text(parts.get(first + i)));
      for (var text : texts) {
        out.write(text.bytes());
      }
      progress.at(
          "Writing",
          Stages.within(
              Stages.PEOPLE_WRITTEN, Stages.PAIRS_WRITTEN, from + texts.length, parts.size()));
    }
    out.write(judgedAndNotCompared().bytes());
  }

  /// A person may judge a pair that no rule brought together, or one within a list.
  private CsvText judgedAndNotCompared() {
    var text = new CsvText();
    for (int[] pair : linkage.judgedPairs()) {
      if (written.add(key(pair[0], pair[1]))) {
        long pattern = linkage.pattern(pair[0], pair[1]);
        double weight = linkage.explain(pair[0], pair[1], pattern).weight();
        write(text, pair[0], pair[1], pattern, weight);
      }
    }
    return text;
  }

  private static long key(int left, int right) {
    return (long) left << 32 | right;
  }

  private CsvText text(Pairs pairs) {
    var text = new CsvText();
    for (int i = 0; i < pairs.size(); i++) {
      boolean judged = linkage.isJudged(pairs.left(i), pairs.right(i));
      if (judged) {
        written.add(key(pairs.left(i), pairs.right(i)));
      }
      if (judged || pairs.weight(i) >= least) {
        write(text, pairs.left(i), pairs.right(i), pairs.pattern(i), pairs.weight(i));
      }
    }
    return text;
  }

  private void write(CsvText text, int left, int right, long pattern, double weight) {
    var l = linkage.placeOf(left);
    var r = linkage.placeOf(right);
    Verdict verdict = linkage.verdict(left, right, pattern, weight);
    text.cell(linkage.lists().get(l.list()).name())
        .cell(l.row())
        .cell(linkage.lists().get(r.list()).name())
        .cell(r.row())
        .cell(String.format(Locale.ROOT, "%.2f", weight))
        .cell(String.format(Locale.ROOT, "%.4f", Thresholds.probability(weight)))
        .cell(verdict.word())
        .cell(linkage.because(left, right, pattern, weight))
        .end();
    if (verdict instanceof Verdict.NeedsReview && !linkage.isJudged(left, right)) {
      open.add(left, right, pattern, weight);
    }
  }
}
