package org.sightline.linkage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.PersonIds.RecordKey;
import org.sightline.linkage.blocking.Apart;
import org.sightline.linkage.blocking.Rules;
import org.sightline.linkage.cleaning.Cleaning;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Headings;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.cleaning.ValueCounts;
import org.sightline.linkage.clustering.BetweenLists;
import org.sightline.linkage.clustering.Bonds;
import org.sightline.linkage.clustering.Clustering;
import org.sightline.linkage.comparing.Names;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.reading.ListReading;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Table;
import org.sightline.linkage.weighing.Line;
import org.sightline.linkage.weighing.Model;
import org.sightline.linkage.weighing.Numbered;
import org.sightline.linkage.weighing.OneMachine;
import org.sightline.linkage.weighing.Pairing;
import org.sightline.linkage.weighing.ShippedModel;
import org.sightline.linkage.weighing.Siblings;
import org.sightline.linkage.weighing.Training;
import org.sightline.linkage.weighing.Weights;

/// The door of the engine: which records on several lists are the same person.
///
/// 1. Read the lists. 2. Clean each distinct value. 3. Find the pairs worth comparing. 4. Compare
/// them. 5. Learn what agreement is worth, unless a model is given. 6. Weigh the pairs. 7. Make
/// people of them.
public final class Linker {

  /// A set of lists is the bits of one number.
  public static final int MOST_LISTS = 62;

  private final Nicknames nicknames;
  private final @Nullable Model given;
  private final int thisYear;
  private final Workers workers;
  private final Progress progress;
  private final Pairing pairing;
  private final Line line;

  /// @param given a model to apply as it is; without one the shipped model is fitted to the lists
  /// @param thisYear the year the lists are read in, for years of two digits
  public Linker(
      Nicknames nicknames,
      @Nullable Model given,
      int thisYear,
      Workers workers,
      Progress progress) {
    this(nicknames, given, thisYear, workers, progress, new OneMachine(), Line.usual());
  }

  /// @param pairing where pairs are found and compared
  /// @param line where verdicts part
  public Linker(
      Nicknames nicknames,
      @Nullable Model given,
      int thisYear,
      Workers workers,
      Progress progress,
      Pairing pairing,
      Line line) {
    this.nicknames = nicknames;
    this.given = given;
    this.thisYear = thisYear;
    this.workers = workers;
    this.progress = progress;
    this.pairing = pairing;
    this.line = line;
  }

  public Linkage link(List<ListFile> lists, List<JudgedRows> judged) {
    return link(lists, judged, PersonIds.none());
  }

  /// Links new lists against people already known, who are neither joined nor parted by it.
  ///
  /// @param known whom the rows of the known lists were found to be
  public Linkage link(List<ListFile> lists, List<JudgedRows> judged, Map<RecordKey, String> known) {
    var tables = read(lists);
    try {
      return link(lists, tables, judged, known);
    } catch (RuntimeException | Error failed) {
      close(tables);
      throw failed;
    }
  }

  /// Reads lists, all of them or none.
  public List<Table> read(List<ListFile> lists) {
    if (lists.isEmpty()) {
      throw new Refusal("There is no list to link.");
    }
    if (lists.size() > MOST_LISTS) {
      throw new Refusal(
          "%d lists are too many: at most %d can be linked at once. Put lists of one kind into one file."
              .formatted(lists.size(), MOST_LISTS));
    }
    var tables = new ArrayList<Table>();
    try {
      for (var list : lists) {
        progress.at(
            "Reading " + list.name(),
            Stages.within(Stages.READING, Stages.CLEANING, tables.size(), lists.size()));
        tables.add(
            ListReading.read(
                list.name(),
                list.file(),
                headings -> Cleaning.wanted(list.name(), headings),
                workers));
      }
      return tables;
    } catch (RuntimeException | Error failed) {
      close(tables);
      throw failed;
    }
  }

  /// Links tables that were read already; only once, because their values are forgotten on the way.
  public Linkage link(
      List<ListFile> lists,
      List<Table> tables,
      List<JudgedRows> judged,
      Map<RecordKey, String> known) {
    var headings = tables.stream().map(t -> Headings.of(t.headings())).toList();
    var cleaning = new Cleaning(tables, headings, thisYear);
    progress.at("Cleaning", Stages.CLEANING);
    var records = cleaning.run(workers);
    var judgements = Judgements.of(judged, tables, records);
    var patterns = Patterns.of(records);
    var rules = Rules.of(EnumSet.copyOf(records.fields()), records.rows(), nicknames);
    var names = Names.of(records, nicknames);
    var paired =
        pairing.pair(
            new Pairing.Task(
                records,
                patterns,
                rules,
                nicknames,
                names,
                apart(lists, records),
                given == null,
                workers,
                progress));
    var compared = paired.compared();
    var counts = ValueCounts.of(records, workers);
    var model =
        given != null
            ? fitting(given, patterns)
            : new Training(
                    records,
                    counts,
                    patterns,
                    ShippedModel.read(),
                    paired.samples(),
                    compared.patterns(),
                    possiblePairs(lists, records),
                    paired.largeBlocks() > 0,
                    new Siblings(records, duplicateFree(lists)),
                    workers)
                .learn();
    progress.at("Weighing", Stages.WEIGHING);
    var weights = new Weights(records, patterns, model, counts);
    compared.weigh(weights, workers);
    progress.at("Making people", Stages.PEOPLE);
    var bonds =
        new Bonds(
            new Numbered(records),
            judgements,
            records.listStarts(),
            duplicateFree(lists),
            knownPeople(known, tables, records));
    var between = new BetweenLists(records.listStarts(), duplicateFree(lists), compared.pairs());
    var clustering =
        new Clustering(records.rows(), compared.pairs(), bonds, between, workers, line);
    return new Linkage(
        lists,
        tables,
        cleaning.refused(),
        records,
        model,
        weights,
        compared,
        judgements,
        clustering,
        clustering.people(),
        rules.names(),
        paired.largeBlocks(),
        paired.rowsInLargeBlocks(),
        names,
        nicknames,
        line);
  }

  private static Model fitting(Model model, Patterns patterns) {
    var unknown = Training.unknownTo(model, patterns);
    if (unknown.size() == patterns.size()) {
      throw new Refusal("The model compares none of the columns of these lists.");
    }
    return model;
  }

  private static Apart apart(List<ListFile> lists, Records records) {
    var known = new boolean[lists.size()];
    for (int list = 0; list < known.length; list++) {
      known[list] = lists.get(list).known();
    }
    return new Apart(records.listStarts(), duplicateFree(lists), known);
  }

  private static double possiblePairs(List<ListFile> lists, Records records) {
    double rows = records.rows();
    double pairs = rows * (rows - 1) / 2;
    for (int list = 0; list < lists.size(); list++) {
      double within = records.listStarts()[list + 1] - records.listStarts()[list];
      pairs -= lists.get(list).duplicateFree() ? within * (within - 1) / 2 : 0;
    }
    return pairs;
  }

  private static int[] knownPeople(
      Map<RecordKey, String> known, List<Table> tables, Records records) {
    if (known.isEmpty()) {
      return new int[0];
    }
    var numbers = new HashMap<String, Integer>();
    var people = new int[records.rows()];
    for (int list = 0; list < tables.size(); list++) {
      int[] rows = tables.get(list).rowNumbers();
      for (int i = 0; i < rows.length; i++) {
        var id = known.get(new RecordKey(tables.get(list).name(), rows[i]));
        if (id != null) {
          people[records.listStarts()[list] + i] =
              numbers.computeIfAbsent(id, n -> numbers.size() + 1);
        }
      }
    }
    return people;
  }

  private static boolean[] duplicateFree(List<ListFile> lists) {
    var free = new boolean[lists.size()];
    for (int list = 0; list < free.length; list++) {
      free[list] = lists.get(list).duplicateFree();
    }
    return free;
  }

  public static void close(List<Table> tables) {
    tables.forEach(Linker::close);
  }

  private static void close(Table table) {
    try {
      table.source().close();
    } catch (IOException ignored) {
      // Nothing was written to it.
    }
  }

  /// The fields a run would compare, for whoever wants to know before it begins.
  public static List<Field> fieldsOf(List<String> headings) {
    return Headings.of(headings).places().keySet().stream().sorted().toList();
  }
}
