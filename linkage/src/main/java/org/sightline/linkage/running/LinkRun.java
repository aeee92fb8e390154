package org.sightline.linkage.running;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.JudgedRows;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.Linker;
import org.sightline.linkage.ListFile;
import org.sightline.linkage.PersonIds;
import org.sightline.linkage.ReadFiles;
import org.sightline.linkage.Stages;
import org.sightline.linkage.Workers;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.reading.Table;
import org.sightline.linkage.weighing.Model;
import org.sightline.linkage.weighing.Pairing;
import org.sightline.linkage.weighing.SplinkSettings;
import org.sightline.linkage.writing.Results;

/// One run from lists to files, as every command that links does it. What cannot be used is refused
/// in a sentence.
public final class LinkRun {

  private final Wanted wanted;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Clock clock;
  private final Pairing pairing;

  /// @param out where the answer goes
  /// @param err where it is said how far the run has come
  public LinkRun(Wanted wanted, PrintWriter out, PrintWriter err, Clock clock, Pairing pairing) {
    this.wanted = wanted;
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.pairing = pairing;
  }

  /// @return the code to end with: 0, or 3 if rows were left out
  public int run() {
    try {
      return link();
    } catch (OutOfMemoryError tooMuch) {
      throw new Refusal(
          "These lists need more memory than there is: set SIGHTLINE_LINK_MEMORY, for example to 6g, and link again.");
    }
  }

  private int link() {
    var workers = new Workers(wanted.threads());
    var progress = new LinkProgress(err, clock);
    int year = LocalDate.now(clock).getYear();
    var judged = new ArrayList<JudgedRows>();
    wanted.judgements().forEach(file -> judged.addAll(ReadFiles.judgements(file)));
    var linker =
        new Linker(nicknames(), givenModel(), year, workers, progress, pairing, wanted.line());
    var lists = lists();
    var tables = linker.read(lists);
    var before = before(tables, judged);
    try (var linkage = linked(linker, lists, tables, judged)) {
      progress.at("Counting", Stages.COUNTING);
      var overlaps = linkage.overlaps();
      progress.at("Writing", Stages.WRITING);
      var ids = PersonIds.of(linkage, before.ids(), before.highest());
      Results.write(linkage, overlaps, ids, wanted.out(), workers, progress);
      progress.done();
      return new RunAnswer(linkage, overlaps, before, wanted).say(out);
    } catch (IOException unreadable) {
      throw new Refusal("A list could not be closed.");
    }
  }

  private static Linkage linked(
      Linker linker, List<ListFile> lists, List<Table> tables, List<JudgedRows> judged) {
    try {
      return linker.link(lists, tables, judged, PersonIds.none());
    } catch (RuntimeException | Error failed) {
      Linker.close(tables);
      throw failed;
    }
  }

  private EarlierPeople before(List<Table> tables, List<JudgedRows> judged) {
    var people = wanted.out().resolve("people.csv");
    try {
      var before = Files.exists(people) ? EarlierPeople.in(people, tables) : EarlierPeople.none();
      before.refuseMoved(judged);
      return before;
    } catch (RuntimeException | Error failed) {
      Linker.close(tables);
      throw failed;
    }
  }

  private Nicknames nicknames() {
    var own = wanted.nicknames();
    return own == null ? Nicknames.shipped() : ReadFiles.nicknames(own);
  }

  private @Nullable Model givenModel() {
    var model = wanted.model();
    if (model == null) {
      return null;
    }
    try {
      return SplinkSettings.read(Files.readString(model));
    } catch (IOException unreadable) {
      throw new Refusal("The model %s cannot be read.".formatted(model));
    } catch (IllegalArgumentException wrong) {
      throw new Refusal("The model %s cannot be used. %s".formatted(model, wrong.getMessage()));
    }
  }

  /// The lists by the names of their files; a second one of the same name gets a number.
  private List<ListFile> lists() {
    var names = new HashSet<String>();
    var unused = new HashSet<>(wanted.withoutDuplicates());
    var lists = new ArrayList<ListFile>();
    for (var file : wanted.files()) {
      var list = ListFile.of(file);
      var plain = list.name();
      for (int n = 2; !names.add(list.name()); n++) {
        list = list.named(plain + "-" + n);
      }
      boolean free =
          wanted.withoutDuplicates().contains(list.name())
              || wanted.withoutDuplicates().contains(file.toString())
              || wanted.withoutDuplicates().contains(file.getFileName().toString());
      unused.remove(list.name());
      unused.remove(file.toString());
      unused.remove(file.getFileName().toString());
      lists.add(free ? list.withoutDuplicates() : list);
    }
    if (!unused.isEmpty()) {
      throw new Refusal(
          "--no-duplicates names %s, which is not among the lists."
              .formatted(unused.iterator().next()));
    }
    return lists;
  }
}
