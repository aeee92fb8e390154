package org.sightline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
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
import org.sightline.linkage.weighing.Model;
import org.sightline.linkage.weighing.SplinkSettings;
import org.sightline.linkage.writing.OverlapsFile;
import org.sightline.linkage.writing.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "link",
    description =
        "Says which records on several lists are the same person, and how many people there are. Nothing leaves this machine and no database is needed. Ends with code 3 if rows were left out; refused.csv names them.",
    mixinStandardHelpOptions = true)
final class LinkCommand implements Callable<Integer> {

  private static final int ROWS_LEFT_OUT = 3;

  @Parameters(
      arity = "1..*",
      paramLabel = "LIST",
      description = "A list as CSV or XLSX with a row of headings.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Where people.csv, pairs.csv, overlaps.json and report.html go. A people.csv that is there already keeps its person ids.")
  private Path out = Path.of(".");

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "A model to apply as it is, such as the model.json of an earlier run. Without one the shipped model is fitted to the lists.")
  private @Nullable Path model;

  @Option(
      names = "--judgements",
      paramLabel = "FILE",
      description =
          "What people said about pairs, as CSV: list_l, row_l, list_r, row_r, judgement (same, different or unsure).")
  private @Nullable Path judgements;

  @Option(
      names = "--no-duplicates",
      paramLabel = "LIST",
      description = "A list that holds nobody twice, by its file or name. May be given again.")
  private List<String> withoutDuplicates = new ArrayList<>();

  @Option(names = "--threads", paramLabel = "N", description = "How many threads to use.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Answers with what overlaps.json holds.")
  private boolean json;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  LinkCommand() {}

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new IllegalStateException("Say at least one thread with --threads.");
    }
    try {
      return link();
    } catch (OutOfMemoryError tooMuch) {
      throw new IllegalStateException(
          "These lists need more memory than there is: set SIGHTLINE_LINK_MEMORY, for example to 6g, and link again.");
    }
  }

  private int link() {
    var workers = new Workers(threads);
    var progress = new LinkProgress(spec.commandLine().getErr(), Clock.systemUTC());
    int year = Clock.systemUTC().instant().atZone(ZoneId.of("Europe/London")).getYear();
    var judged = judgements == null ? List.<JudgedRows>of() : ReadFiles.judgements(judgements);
    var linker = new Linker(Nicknames.shipped(), givenModel(), year, workers, progress);
    try (var linkage = linker.link(lists(), judged)) {
      progress.at("Counting", 0.93);
      var overlaps = linkage.overlaps();
      progress.at("Writing", 0.95);
      Results.write(linkage, overlaps, ids(linkage), out, workers);
      progress.done();
      return say(linkage, overlaps);
    } catch (IOException unreadable) {
      throw new IllegalStateException("A list could not be closed.");
    }
  }

  private PersonIds ids(Linkage linkage) {
    var before = out.resolve("people.csv");
    return PersonIds.of(
        linkage, Files.exists(before) ? ReadFiles.people(before) : PersonIds.none());
  }

  private @Nullable Model givenModel() {
    if (model == null) {
      return null;
    }
    try {
      return SplinkSettings.read(Files.readString(model));
    } catch (IOException unreadable) {
      throw new IllegalStateException("The model %s cannot be read.".formatted(model));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalStateException(
          "The model %s cannot be used. %s".formatted(model, wrong.getMessage()));
    }
  }

  /// The lists by the names of their files; a second one of the same name gets a number.
  private List<ListFile> lists() {
    var names = new HashSet<String>();
    var unused = new HashSet<>(withoutDuplicates);
    var lists = new ArrayList<ListFile>();
    for (var file : files) {
      var list = ListFile.of(file);
      var plain = list.name();
      for (int n = 2; !names.add(list.name()); n++) {
        list = list.named(plain + "-" + n);
      }
      boolean free =
          withoutDuplicates.contains(list.name())
              || withoutDuplicates.contains(file.toString())
              || withoutDuplicates.contains(file.getFileName().toString());
      unused.remove(list.name());
      unused.remove(file.toString());
      unused.remove(file.getFileName().toString());
      lists.add(free ? list.withoutDuplicates() : list);
    }
    if (!unused.isEmpty()) {
      throw new IllegalStateException(
          "--no-duplicates names %s, which is not among the lists."
              .formatted(unused.iterator().next()));
    }
    return lists;
  }

  private int say(Linkage linkage, Overlaps overlaps) {
    var answer = spec.commandLine().getOut();
    if (json) {
      answer.print(OverlapsFile.text(overlaps, linkage));
      answer.flush();
    } else {
      sayInWords(answer, linkage, overlaps);
    }
    long left = linkage.tables().stream().mapToLong(t -> t.refused().size()).sum();
    return left > 0 ? ROWS_LEFT_OUT : 0;
  }

  private void sayInWords(PrintWriter answer, Linkage linkage, Overlaps overlaps) {
    long rows = overlaps.lists().stream().mapToLong(Overlaps.OfList::rows).sum();
    answer.println(
        "%,d records on %d %s are about %s."
            .formatted(
                rows,
                overlaps.lists().size(),
                overlaps.lists().size() == 1 ? "list" : "lists",
                inWords(overlaps.distinct(), "people")));
    for (var set : overlaps.intersections()) {
      answer.println(
          "On all of %s: %s."
              .formatted(String.join(", ", set.lists()), inWords(set.people(), "people")));
    }
    long left = linkage.tables().stream().mapToLong(t -> t.refused().size()).sum();
    int values = linkage.refusedValues().size();
    if (left + values > 0) {
      answer.println(
          "%,d rows were left out and %,d values did not count or are doubtful: see refused.csv."
              .formatted(left, values));
    }
    if (linkage.largeBlocks() > 0) {
      answer.println(
          "%,d records are so much alike in groups that each was compared with its nearest neighbours only."
              .formatted(linkage.rowsInLargeBlocks()));
    }
    answer.println("Everything is in %s; begin with report.html.".formatted(out));
  }

  private static String inWords(Overlaps.Range range, String what) {
    return "%,d %s (%,d to %,d; an exact join says %,d)"
        .formatted(
            Math.round(range.expected()), what, range.low(), range.high(), range.exactJoin());
  }
}
