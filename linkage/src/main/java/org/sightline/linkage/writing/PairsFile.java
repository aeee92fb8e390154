package org.sightline.linkage.writing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
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
  private static final int PAIRS_OF_A_PIECE = 2048;
  private static final int PIECES_AT_ONCE = 64;

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
    long all = linkage.compared().count();
    long done = 0;
    var pieces = new ArrayList<Piece>();
    for (var part : linkage.compared().pairs()) {
      for (int from = 0; from < part.size(); from += PAIRS_OF_A_PIECE) {
        pieces.add(new Piece(part, from, Math.min(part.size(), from + PAIRS_OF_A_PIECE)));
        if (pieces.size() == PIECES_AT_ONCE) {
          done += write(pieces, out);
          progress.at(
              "Writing", Stages.within(Stages.PEOPLE_WRITTEN, Stages.PAIRS_WRITTEN, done, all));
        }
      }
    }
    write(pieces, out);
    progress.at("Writing", Stages.PAIRS_WRITTEN);
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

  /// Few enough at once that their text stays small, also where one person is there over and over.
  private record Piece(Pairs pairs, int from, int to) {}

  /// @return how many pairs these were
  private long write(List<Piece> pieces, OutputStream out) throws IOException {
    var texts = new CsvText[pieces.size()];
    workers.run(texts.length, i -> texts[i] = text(pieces.get(i)));
    for (var text : texts) {
      out.write(text.bytes());
    }
    long pairs = pieces.stream().mapToLong(p -> p.to() - p.from()).sum();
    pieces.clear();
    return pairs;
  }

  private CsvText text(Piece piece) {
    var text = new CsvText();
    var pairs = piece.pairs();
    for (int i = piece.from(); i < piece.to(); i++) {
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
