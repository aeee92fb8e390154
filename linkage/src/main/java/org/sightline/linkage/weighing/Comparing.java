package org.sightline.linkage.weighing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.sightline.linkage.Progress;
import org.sightline.linkage.Stages;
import org.sightline.linkage.Workers;
import org.sightline.linkage.blocking.Candidates;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.comparing.Kernel;
import org.sightline.linkage.comparing.Names;
import org.sightline.linkage.comparing.PatternCounts;
import org.sightline.linkage.comparing.Patterns;

/// All candidate pairs with their patterns, in the order of the tasks that found them.
///
/// @param pairs the pairs of each task
/// @param patterns how often each pattern came up
public record Comparing(List<Pairs> pairs, PatternCounts patterns) {

  private static final int TICKS = 100;

  public static Comparing run(
      Records records,
      Patterns patterns,
      Names names,
      Candidates candidates,
      Workers workers,
      Progress progress) {
    var pairs = new Pairs[candidates.tasks()];
    var kernels = ThreadLocal.withInitial(() -> new Kernel(records, patterns, names));
    var begun = new AtomicInteger();
    int tick = Math.max(1, pairs.length / TICKS);
    candidates.run(
        workers,
        task -> {
          int n = begun.incrementAndGet();
          if (n % tick == 0) {
            progress.at(
                "Comparing", Stages.within(Stages.COMPARING, Stages.LEARNING, n, pairs.length));
          }
          var found = new Pairs();
          pairs[task] = found;
          var kernel = kernels.get();
          return (left, right) -> found.add(left, right, kernel.pattern(left, right));
        });
    var counts = new PatternCounts[pairs.length];
    workers.run(
        pairs.length,
        task -> {
          pairs[task].trim();
          counts[task] = new PatternCounts();
          for (int i = 0; i < pairs[task].size(); i++) {
            counts[task].add(pairs[task].pattern(i));
          }
        });
    var all = new PatternCounts();
    for (var each : counts) {
      all.addAll(each);
    }
    return new Comparing(Arrays.asList(pairs), all);
  }

  public void weigh(Weights by, Workers workers) {
    workers.run(pairs.size(), task -> pairs.get(task).weigh(by));
  }

  public long count() {
    return pairs.stream().mapToLong(Pairs::size).sum();
  }
}
