package org.sightline.linkage.weighing;

import java.util.List;
import org.sightline.linkage.Workers;
import org.sightline.linkage.comparing.PatternCounts;

/// All candidate pairs with their patterns, in the order of the tasks that found them.
///
/// @param pairs the pairs of each task
/// @param patterns how often each pattern came up
public record Comparing(List<Pairs> pairs, PatternCounts patterns) {

  public static Comparing of(List<Pairs> pairs) {
    var patterns = new PatternCounts();
    pairs.forEach(each -> each.countInto(patterns));
    return new Comparing(List.copyOf(pairs), patterns);
  }

  public void weigh(Weights by, Workers workers) {
    workers.run(pairs.size(), task -> pairs.get(task).weigh(by));
  }

  public long count() {
    return pairs.stream().mapToLong(Pairs::size).sum();
  }
}
