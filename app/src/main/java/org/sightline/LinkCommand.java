package org.sightline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.running.LinkRun;
import org.sightline.linkage.running.Wanted;
import org.sightline.linkage.weighing.Line;
import org.sightline.linkage.weighing.OneMachine;
import org.sightline.linkage.weighing.Thresholds;
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
          "Where people.csv, pairs.csv, review.csv, overlaps.json and report.html go. A people.csv that is there already keeps its person ids.")
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
          "What people said about pairs, as CSV: list_l, row_l, list_r, row_r, judgement (same, different or unsure); for example review.csv of an earlier run, filled in. May be given again.")
  private List<Path> judgements = new ArrayList<>();

  @Option(
      names = "--no-duplicates",
      paramLabel = "LIST",
      description = "A list that holds nobody twice, by its file or name. May be given again.")
  private List<String> withoutDuplicates = new ArrayList<>();

  @Option(
      names = "--nicknames",
      paramLabel = "FILE",
      description =
          "Forms of names of your own: one group to a line with commas between. A group replaces the shipped one that begins with the same name; other groups are added.")
  private @Nullable Path nicknames;

  @Option(
      names = "--same",
      paramLabel = "P",
      description =
          "From this probability on two records are the same person; ${DEFAULT-VALUE} unless said.")
  private double same = Thresholds.SAME_PERSON_MATCH_PROBABILITY;

  @Option(
      names = "--review",
      paramLabel = "P",
      description = "From this probability on a person looks; ${DEFAULT-VALUE} unless said.")
  private double review = Thresholds.REVIEW_MATCH_PROBABILITY;

  @Option(names = "--threads", paramLabel = "N", description = "How many threads to use.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Answers with what overlaps.json holds.")
  private boolean json;

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description =
          "Finds and compares the pairs on a Spark cluster, such as spark://host:7077, or local[4] to try it. For lists that one machine would compare too long.")
  private @Nullable String spark;

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  LinkCommand() {}

  @Override
  public Integer call() {
    if (spark != null) {
      throw new IllegalStateException(
          "Spark is not part of this program. Link with 'bin/sightline link --spark', which fetches it, or with spark-submit.");
    }
    var wanted =
        new Wanted(
            files,
            out,
            model,
            judgements,
            withoutDuplicates,
            nicknames,
            new Line(same, review),
            threads,
            json);
    var command = spec.commandLine();
    var clock = Clock.system(ZoneId.of("Europe/London"));
    return new LinkRun(wanted, command.getOut(), command.getErr(), clock, new OneMachine()).run();
  }
}
