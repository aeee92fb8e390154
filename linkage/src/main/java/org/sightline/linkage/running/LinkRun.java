package org.sightline.linkage.running;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.sightline.linkage.Workers;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.counting.Overlaps;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.weighing.Model;
import org.sightline.linkage.weighing.Pairing;
import org.sightline.linkage.weighing.SplinkSettings;
import org.sightline.linkage.writing.OverlapsFile;
import org.sightline.linkage.writing.Results;

/// One run from lists to files, as every command that links does it. What cannot be used is refused
/// in a sentence.
public final class LinkRun {

  private static final int ROWS_LEFT_OUT = 3;

  private final Wanted wanted;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Clock clock;
  private final Pairing pairing;

  /// @param out where the results go
  /// @param withoutDuplicates lists that hold nobody twice, by file or name
  /// @param json whether the answer is what overlaps.json holds, and not sentences
  public record Wanted(
      List<Path> files,
      Path out,
      @Nullable Path model,
      @Nullable Path judgements,
      List<String> withoutDuplicates,
      int threads,
      boolean json) {

    public Wanted {
      files = List.copyOf(files);
      withoutDuplicates = List.copyOf(withoutDuplicates);
      if (threads < 1) {
        throw new Refusal("Say at least one thread with --threads.");
      }
    }
  }

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
    var judgements = wanted.judgements();
    var judged = judgements == null ? List.<JudgedRows>of() : ReadFiles.judgements(judgements);
    var linker = new Linker(Nicknames.shipped(), givenModel(), year, workers, progress, pairing);
    try (var linkage = linker.link(lists(), judged)) {
      progress.at("Counting", 0.93);
      var overlaps = linkage.overlaps();
      progress.at("Writing", 0.95);
      Results.write(linkage, overlaps, ids(linkage), wanted.out(), workers);
      progress.done();
      return say(linkage, overlaps);
    } catch (IOException unreadable) {
      throw new Refusal("A list could not be closed.");
    }
  }

  private PersonIds ids(Linkage linkage) {
    var before = wanted.out().resolve("people.csv");
    return PersonIds.of(
        linkage, Files.exists(before) ? ReadFiles.people(before) : PersonIds.none());
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

  private int say(Linkage linkage, Overlaps overlaps) {
    if (wanted.json()) {
      out.print(OverlapsFile.text(overlaps, linkage));
    } else {
      sayInWords(linkage, overlaps);
    }
    out.flush();
    long left = linkage.tables().stream().mapToLong(t -> t.refused().size()).sum();
    return left > 0 ? ROWS_LEFT_OUT : 0;
  }

  private void sayInWords(Linkage linkage, Overlaps overlaps) {
    long rows = overlaps.lists().stream().mapToLong(Overlaps.OfList::rows).sum();
    out.println(
        "%,d records on %d %s are about %s."
            .formatted(
                rows,
                overlaps.lists().size(),
                overlaps.lists().size() == 1 ? "list" : "lists",
                inWords(overlaps.distinct(), "people")));
    for (var set : overlaps.intersections()) {
      out.println(
          "On all of %s: %s."
              .formatted(String.join(", ", set.lists()), inWords(set.people(), "people")));
    }
    long left = linkage.tables().stream().mapToLong(t -> t.refused().size()).sum();
    int values = linkage.refusedValues().size();
    if (left + values > 0) {
      out.println(
          "%,d rows were left out and %,d values did not count or are doubtful: see refused.csv."
              .formatted(left, values));
    }
    if (linkage.largeBlocks() > 0) {
      out.println(
          "%,d records are so much alike in groups that each was compared with its nearest neighbours only."
              .formatted(linkage.rowsInLargeBlocks()));
    }
    out.println("Everything is in %s; begin with report.html.".formatted(wanted.out()));
  }

  private static String inWords(Overlaps.Range range, String what) {
    return "%,d %s (%,d to %,d; an exact join says %,d)"
        .formatted(
            Math.round(range.expected()), what, range.low(), range.high(), range.exactJoin());
  }
}
