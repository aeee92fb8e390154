package org.sightline.linkage.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.JudgedRows;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.Linker;
import org.sightline.linkage.ListFile;
import org.sightline.linkage.PersonIds.RecordKey;
import org.sightline.linkage.Progress;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Cleaning;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.reading.Bytes;
import org.sightline.linkage.reading.ListReading;
import org.sightline.linkage.reading.Table;
import org.sightline.linkage.weighing.Model;

/// Lists made of text, for tests.
public final class Lists {

  public static final int YEAR = 2026;

  private final List<ListFile> lists = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<JudgedRows> judged = new ArrayList<>();
  private final Map<RecordKey, String> people = new HashMap<>();
  private int threads = 2;
  private @Nullable Model model;

  public Lists list(String name, String csv) {
    return list(name, csv.getBytes(StandardCharsets.UTF_8));
  }

  public Lists list(String name, byte[] csv) {
    lists.add(new ListFile(name, Path.of(name), false, false));
    tables.add(table(name, csv));
    return this;
  }

  public Lists withoutDuplicates() {
    lists.set(lists.size() - 1, lists.getLast().withoutDuplicates());
    return this;
  }

  public Lists known() {
    lists.set(lists.size() - 1, lists.getLast().alreadyKnown());
    return this;
  }

  public Lists judged(JudgedRows judgement) {
    judged.add(judgement);
    return this;
  }

  public Lists found(String list, int row, String person) {
    people.put(new RecordKey(list, row), person);
    return this;
  }

  public Lists threads(int number) {
    threads = number;
    return this;
  }

  public Lists by(Model given) {
    model = given;
    return this;
  }

  public Linkage link() {
    return new Linker(Nicknames.shipped(), model, YEAR, new Workers(threads), Progress.none())
        .link(lists, tables, judged, people);
  }

  public static Table table(String name, byte[] csv) {
    return ListReading.read(
        name, Bytes.of(csv), headings -> Cleaning.wanted(name, headings), new Workers(2));
  }
}
