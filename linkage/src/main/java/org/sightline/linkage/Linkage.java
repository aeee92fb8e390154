package org.sightline.linkage;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.clustering.Clustering;
import org.sightline.linkage.clustering.Judgement;
import org.sightline.linkage.clustering.Judgement.Answer;
import org.sightline.linkage.clustering.People;
import org.sightline.linkage.comparing.Kernel;
import org.sightline.linkage.comparing.Names;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.counting.Counting;
import org.sightline.linkage.counting.Overlaps;
import org.sightline.linkage.reading.Refused;
import org.sightline.linkage.reading.Table;
import org.sightline.linkage.weighing.Comparing;
import org.sightline.linkage.weighing.Line;
import org.sightline.linkage.weighing.Model;
import org.sightline.linkage.weighing.Numbered;
import org.sightline.linkage.weighing.Thresholds;
import org.sightline.linkage.weighing.Waterfall;
import org.sightline.linkage.weighing.Weights;

/// What came of linking some lists. It holds the lists open until it is closed.
public final class Linkage implements AutoCloseable {

  private final List<ListFile> lists;
  private final List<Table> tables;
  private final List<Refused> refusedValues;
  private final Records records;
  private final Model model;
  private final Weights weights;
  private final Comparing compared;
  private final List<Judgement> judgements;
  private final Map<Long, Answer> judged = new HashMap<>();
  private final Line line;
  private @Nullable Partings partings;
  private @Nullable Kernel kernel;
  private final Clustering clustering;
  private final People people;
  private final List<String> rules;
  private final long largeBlocks;
  private final long rowsInLargeBlocks;
  private final Names names;
  private final Nicknames nicknames;
  private final Numbered numbered;
  private final int[][] rowNumbers;

  Linkage(
      List<ListFile> lists,
      List<Table> tables,
      List<Refused> refusedValues,
      Records records,
      Model model,
      Weights weights,
      Comparing compared,
      List<Judgement> judgements,
      Clustering clustering,
      People people,
      List<String> rules,
      long largeBlocks,
      long rowsInLargeBlocks,
      Names names,
      Nicknames nicknames,
      Line line) {
    this.lists = List.copyOf(lists);
    this.tables = List.copyOf(tables);
    this.refusedValues = List.copyOf(refusedValues);
    this.records = records;
    this.model = model;
    this.weights = weights;
    this.compared = compared;
    this.clustering = clustering;
    this.people = people;
    this.rules = List.copyOf(rules);
    this.largeBlocks = largeBlocks;
    this.rowsInLargeBlocks = rowsInLargeBlocks;
    this.names = names;
    this.nicknames = nicknames;
    this.line = line;
    this.judgements = List.copyOf(judgements);
    this.numbered = new Numbered(records);
    this.rowNumbers = tables.stream().map(Table::rowNumbers).toArray(int[][]::new);
    judgements.forEach(j -> judged.put(key(j.left(), j.right()), j.answer()));
  }

  public List<ListFile> lists() {
    return lists;
  }

  public List<Table> tables() {
    return tables;
  }

  public ComparedColumns columnsOf(Table table) {
    return ComparedColumns.of(table, model);
  }

  /// Values that did not count; rows that were left out are with their tables.
  public List<Refused> refusedValues() {
    return refusedValues;
  }

  public Records records() {
    return records;
  }

  public Model model() {
    return model;
  }

  /// Which names were taken for forms of one another.
  public Nicknames nicknames() {
    return nicknames;
  }

  public People people() {
    return people;
  }

  public Comparing compared() {
    return compared;
  }

  public List<String> rules() {
    return rules;
  }

  public long largeBlocks() {
    return largeBlocks;
  }

  public long rowsInLargeBlocks() {
    return rowsInLargeBlocks;
  }

  public Overlaps overlaps() {
    return new Counting(records, clustering, people).count();
  }

  /// Compares two records afresh and says why they weigh what they weigh.
  public Waterfall explain(int left, int right) {
    int first = Math.min(left, right);
    int second = Math.max(left, right);
    return weights.explain(first, second, pattern(first, second));
  }

  public Waterfall explain(int left, int right, long pattern) {
    return weights.explain(left, right, pattern);
  }

  /// The verdict on a compared pair; a judgement of a person stands above the weight. Where the
  /// pair alone says something else than what became of the two records, a person looks.
  public Verdict verdict(int left, int right, long pattern, double weight) {
    var alone = alone(left, right, pattern, weight);
    boolean differs =
        areOnePerson(left, right)
            ? alone instanceof Verdict.DifferentPeople
            : alone instanceof Verdict.SamePerson;
    return differs ? review(left, right, pattern, weight) : alone;
  }

  private Verdict alone(int left, int right, long pattern, double weight) {
    var answer = judged.get(key(left, right));
    if (answer == Answer.SAME) {
      return new Verdict.SamePerson(weight);
    }
    if (answer == Answer.DIFFERENT) {
      return new Verdict.DifferentPeople(weight);
    }
    double probability = Thresholds.probability(weight);
    boolean open = answer == Answer.UNSURE || numbered.contradict(left, right);
    if (!open && probability >= line.same()) {
      return new Verdict.SamePerson(weight);
    }
    if (!open && probability < line.review()) {
      return new Verdict.DifferentPeople(weight);
    }
    return review(left, right, pattern, weight);
  }

  private Verdict review(int left, int right, long pattern, double weight) {
    return new Verdict.NeedsReview(weight, weights.explain(left, right, pattern).clues());
  }

  public boolean areOnePerson(int left, int right) {
    return people.personOf()[left] == people.personOf()[right];
  }

  public Line line() {
    return line;
  }

  /// What people judged, by the rows it was taken for.
  public List<Judgement> judgements() {
    return judgements;
  }

  /// Pairs a person judged, the smaller row first, in the order of the rows.
  public List<int[]> judgedPairs() {
    return judged.keySet().stream()
        .sorted()
        .map(key -> new int[] {(int) (key >>> 32), (int) (long) key})
        .toList();
  }

  /// Compares two records afresh.
  public synchronized long pattern(int left, int right) {
    var known = kernel;
    if (known == null) {
      known = new Kernel(records, Patterns.of(records), names);
      kernel = known;
    }
    return known.pattern(left, right);
  }

  public boolean isJudged(int left, int right) {
    return judged.containsKey(key(left, right));
  }

  /// Why, in sentences without values; also why the two records were joined or kept apart if the
  /// pair alone speaks for something else.
  public String because(int left, int right, long pattern, double weight) {
    var answer = judged.get(key(left, right));
    var found = weights.explain(left, right, pattern).sentence();
    if (answer != null) {
      found = "Judged " + answer.name().toLowerCase(Locale.ROOT) + " by a person. " + found;
    } else if (numbered.contradict(left, right)) {
      found = "UPN and NHS number contradict each other. " + found;
    }
    double probability = Thresholds.probability(weight);
    boolean together = areOnePerson(left, right);
    if (!together && answer != Answer.DIFFERENT && probability >= line.same()) {
      return found + " Kept apart: " + partings().between(left, right) + ".";
    }
    return together && answer != Answer.SAME && probability < line.same()
        ? found + " One person by way of other records."
        : found;
  }

  private synchronized Partings partings() {
    var known = partings;
    if (known == null) {
      known = new Partings(records, lists, people, numbered, judgements);
      partings = known;
    }
    return known;
  }

  /// The row of a record in its list, from 1.
  public RowPlace placeOf(int row) {
    int list = records.listOf(row);
    return new RowPlace(list, rowNumbers[list][row - records.listStarts()[list]]);
  }

  /// @param list the place of the list among the lists
  /// @param row counted from 1 at the first row below the headings
  public record RowPlace(int list, int row) {}

  private static long key(int left, int right) {
    return (long) Math.min(left, right) << 32 | Math.max(left, right);
  }

  @Override
  public void close() throws IOException {
    for (var table : tables) {
      table.source().close();
    }
  }
}
