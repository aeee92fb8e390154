package org.sightline.linkage.running;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.reading.Refusal;
import org.sightline.linkage.weighing.Line;

/// What a run is to do.
///
/// @param out where the results go
/// @param model a model to apply as it is; without one the shipped one is fitted
/// @param judgements files of what people said about pairs
/// @param withoutDuplicates lists that hold nobody twice, by file or name
/// @param nicknames forms of names of one's own
/// @param line where verdicts part
/// @param json whether the answer is what overlaps.json holds, and not sentences
public record Wanted(
    List<Path> files,
    Path out,
    @Nullable Path model,
    List<Path> judgements,
    List<String> withoutDuplicates,
    @Nullable Path nicknames,
    Line line,
    int threads,
    boolean json) {

  public Wanted {
    files = List.copyOf(files);
    judgements = List.copyOf(judgements);
    withoutDuplicates = List.copyOf(withoutDuplicates);
    if (threads < 1) {
      throw new Refusal("Say at least one thread with --threads.");
    }
  }

  /// Lists and nothing else said, on two threads.
  public static Wanted of(List<Path> files, Path out) {
    return new Wanted(files, out, null, List.of(), List.of(), null, Line.usual(), 2, false);
  }

  public Wanted by(Path given) {
    return new Wanted(
        files, out, given, judgements, withoutDuplicates, nicknames, line, threads, json);
  }

  public Wanted judged(List<Path> by) {
    return new Wanted(files, out, model, by, withoutDuplicates, nicknames, line, threads, json);
  }

  public Wanted withoutDuplicates(List<String> lists) {
    return new Wanted(files, out, model, judgements, lists, nicknames, line, threads, json);
  }

  public Wanted named(Path forms) {
    return new Wanted(files, out, model, judgements, withoutDuplicates, forms, line, threads, json);
  }

  public Wanted parting(Line at) {
    return new Wanted(
        files, out, model, judgements, withoutDuplicates, nicknames, at, threads, json);
  }
}
