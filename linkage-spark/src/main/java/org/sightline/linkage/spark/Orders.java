package org.sightline.linkage.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.running.Wanted;
import org.sightline.linkage.weighing.Line;
import org.sightline.linkage.weighing.Thresholds;

/// What the command was told: as `bin/sightline link` takes it, and the master.
///
/// @param master where Spark is, such as `spark://host:7077`; none if spark-submit says it
record Orders(Wanted wanted, @Nullable String master) {

  static final String USAGE =
      """
      Usage: link LIST... --out DIR [--spark MASTER] [--model FILE] [--judgements FILE]...
                  [--no-duplicates LIST]... [--nicknames FILE] [--same P] [--review P]
                  [--threads N] [--json]
      Links lists on a Spark cluster. 'bin/sightline link --help' says what each of these does.""";

  /// Arguments nobody can follow.
  static final class Mistyped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Mistyped(String sentence) {
      super(sentence);
    }
  }

  static Orders of(List<String> arguments) {
    var files = new ArrayList<Path>();
    var free = new ArrayList<String>();
    Path out = null;
    Path model = null;
    Path nicknames = null;
    var judgements = new ArrayList<Path>();
    double same = Thresholds.SAME_PERSON_MATCH_PROBABILITY;
    double review = Thresholds.REVIEW_MATCH_PROBABILITY;
    String master = null;
    int threads = Runtime.getRuntime().availableProcessors();
    boolean json = false;
    var left = new ArrayList<>(arguments);
    while (!left.isEmpty()) {
      var option = left.removeFirst();
      int equals = option.startsWith("--") ? option.indexOf('=') : -1;
      if (equals > 0) {
        left.addFirst(option.substring(equals + 1));
        option = option.substring(0, equals);
      }
      switch (option) {
        case "--out" -> out = Path.of(value(option, left));
        case "--model" -> model = Path.of(value(option, left));
        case "--judgements" -> judgements.add(Path.of(value(option, left)));
        case "--nicknames" -> nicknames = Path.of(value(option, left));
        case "--same" -> same = probability(option, value(option, left));
        case "--review" -> review = probability(option, value(option, left));
        case "--no-duplicates" -> free.add(value(option, left));
        case "--spark" -> master = value(option, left);
        case "--threads" -> threads = number(option, value(option, left));
        case "--json" -> json = true;
        default -> files.add(list(option));
      }
    }
    if (files.isEmpty()) {
      throw new Mistyped("Name at least one list.");
    }
    if (out == null) {
      throw new Mistyped("Say with --out where the results go.");
    }
    var line = new Line(same, review);
    return new Orders(
        new Wanted(files, out, model, judgements, free, nicknames, line, threads, json), master);
  }

  private static Path list(String argument) {
    if (argument.startsWith("-")) {
      throw new Mistyped("There is no option " + argument + ".");
    }
    return Path.of(argument);
  }

  private static String value(String option, ArrayList<String> left) {
    if (left.isEmpty()) {
      throw new Mistyped(option + " needs a value.");
    }
    return left.removeFirst();
  }

  private static double probability(String option, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException notOne) {
      throw new Mistyped(option + " needs a probability, such as 0.95.");
    }
  }

  private static int number(String option, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException notOne) {
      throw new Mistyped(option + " needs a number.");
    }
  }
}
