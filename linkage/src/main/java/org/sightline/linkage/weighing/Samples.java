package org.sightline.linkage.weighing;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.comparing.Kernel;
import org.sightline.linkage.comparing.Kernels;
import org.sightline.linkage.comparing.PatternCounts;

/// The compared pairs a model is learned from.
///
/// @param random pairs drawn at random: two people nearly always
/// @param sessions pairs of whole blocks, for each rule that trains
public record Samples(PatternCounts random, List<Session> sessions) {

  /// About so many pairs for each rule that trains.
  public static final long PAIRS_OF_A_SESSION = 50_000;

  private static final long RANDOM_PAIRS = 200_000;
  private static final int AT_ONCE = 10_000;

  public Samples {
    sessions = List.copyOf(sessions);
  }

  /// @param blockedOn the fields of the rule; they agree in its blocks and so teach nothing
  public record Session(Set<Field> blockedOn, PatternCounts patterns) {}

  public static Samples none() {
    return new Samples(new PatternCounts(), List.of());
  }

  /// The same pairs each time.
  public static PatternCounts random(Records records, Kernel kernel) {
    return random(records, new Kernels(kernel), new Workers(1));
  }

  static PatternCounts random(Records records, Kernels kernels, Workers workers) {
    int[][] rows = drawn(records.rows());
    int tasks = (rows[0].length + AT_ONCE - 1) / AT_ONCE;
    var counts = new PatternCounts[tasks];
    workers.run(
        tasks,
        task -> {
          var kernel = kernels.take();
          counts[task] = new PatternCounts();
          int to = Math.min(rows[0].length, (task + 1) * AT_ONCE);
          for (int i = task * AT_ONCE; i < to; i++) {
            counts[task].add(kernel.pattern(rows[0][i], rows[1][i]));
          }
          kernels.giveBack(kernel);
        });
    var random = new PatternCounts();
    for (var each : counts) {
      random.addAll(each);
    }
    return random;
  }

  private static int[][] drawn(int n) {
    var left = IntStream.builder();
    var right = IntStream.builder();
    if ((long) n * (n - 1) / 2 <= RANDOM_PAIRS) {
      for (int l = 0; l < n; l++) {
        for (int r = l + 1; r < n; r++) {
          left.add(l);
          right.add(r);
        }
      }
    } else {
      var dice = new SplittableRandom(n);
      for (long i = 0; i < RANDOM_PAIRS; i++) {
        int l = dice.nextInt(n);
        int r = dice.nextInt(n);
        if (l != r) {
          left.add(l);
          right.add(r);
        }
      }
    }
    return new int[][] {left.build().toArray(), right.build().toArray()};
  }
}
