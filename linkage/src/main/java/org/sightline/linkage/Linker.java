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
import org.sightline.linkage.clustering.Bonds;
import org.sightline.linkage.clustering.Clustering;
import org.sightline.linkage.clustering.Judgement;
import org.sightline.linkage.comparing.Names;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.reading.ListReading;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Table;
import org.sightline.linkage.weighing.Model;
import org.sightline.linkage.weighing.Numbered;
import org.sightline.linkage.weighing.OneMachine;
import org.sightline.linkage.weighing.Pairing;
import org.sightline.linkage.weighing.ShippedModel;
import org.sightline.linkage.weighing.Training;
import org.sightline.linkage.weighing.Weights;

/// The door of the engine: which records on several lists are the same person.
///
/// 1. Read the lists. 2. Clean each distinct value. 3. Find the pairs worth comparing. 4. Compare
/// them. 5. Learn what agreement is worth, unless a model is given. 6. Weigh the pairs. 7. Make
/// people of them.
public final class Linker {

  private final Nicknames nicknames;
  private final @Nullable Model given;
  private final int thisYear;
  private final Workers workers;
  private final Progress progress;
  private final Pairing pairing;

  /// @param given a model to apply as it is; without one the shipped model is fitted to the lists
  /// @param thisYear the year the lists are read in, for years of two digits
  public Linker(
      Nicknames nicknames,
      @Nullable Model given,
      int thisYear,
      Workers workers,
      Progress progress) {
    this(nicknames, given, thisYear, workers, progress, new OneMachine());
  }

  /// @param pairing where pairs are found and compared
  public Linker(
      Nicknames nicknames,
      @Nullable Model given,
      int thisYear,
      Workers workers,
      Progress progress,
      Pairing pairing) {
    this.nicknames = nicknames;
    this.given = given;
    this.thisYear = thisYear;
    this.workers = workers;
    this.progress = progress;
    this.pairing = pairing;
  }

  public Linkage link(List<ListFile> lists, List<JudgedRows> judged) {
    return link(lists, judged, PersonIds.none());
  }

  /// Links new lists against people already known, who are neither joined nor parted by it.
  ///
  /// @param known whom the rows of the known lists were found to be
  public Linkage link(List<ListFile> lists, List<JudgedRows> judged, Map<RecordKey, String> known) {
    if (lists.isEmpty()) {
      throw new Refusal("There is no list to link.");
    }
    var tables = new ArrayList<Table>();
    try {
      for (var list : lists) {
        progress.at("Reading " + list.name(), 0.02 + 0.3 * tables.size() / lists.size());
        tables.add(
            ListReading.read(
                list.name(),
                list.file(),
                headings -> Cleaning.wanted(list.name(), headings),
                workers));
      }
      return link(lists, tables, judged, known);
    } catch (RuntimeException | Error failed) {
      tables.forEach(Linker::close);
      throw failed;
    }
  }

  /// Links tables that were read already.
  public Linkage link(
      List<ListFile> lists,
      List<Table> tables,
      List<JudgedRows> judged,
      Map<RecordKey, String> known) {
    var headings = tables.stream().map(t -> Headings.of(t.headings())).toList();
    var cleaning = new Cleaning(tables, headings, thisYear);
    progress.at("Cleaning", 0.35);
    var records = cleaning.run(workers);
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
    var model =
        given != null
            ? fitting(given, patterns)
            : new Training(
                    records,
                    patterns,
                    ShippedModel.read(),
                    paired.samples(),
                    compared.patterns(),
                    possiblePairs(lists, records))
                .learn();
    progress.at("Weighing", 0.85);
    var weights = new Weights(records, patterns, model);
    compared.weigh(weights, workers);
    progress.at("Making people", 0.9);
    var judgements = judgements(judged, tables, records);
    var bonds =
        new Bonds(
            new Numbered(records),
            judgements,
            records.listStarts(),
            duplicateFree(lists),
            knownPeople(known, tables, records));
    var clustering = new Clustering(records.rows(), compared.pairs(), bonds, workers);
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
        names);
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

  private static List<Judgement> judgements(
      List<JudgedRows> judged, List<Table> tables, Records records) {
    var places = new RowPlaces(tables, records);
    return judged.stream()
        .map(
            j ->
                new Judgement(
                    places.of(j.leftList(), j.leftRow()),
                    places.of(j.rightList(), j.rightRow()),
                    j.answer()))
        .toList();
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
