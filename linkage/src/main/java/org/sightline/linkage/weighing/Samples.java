package org.sightline.linkage.weighing;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.comparing.Kernel;
import org.sightline.linkage.comparing.PatternCounts;

/// The compared pairs a model is learned from.
///
/// @param random pairs drawn at random: two people nearly always
/// @param sessions pairs of whole blocks, for each rule that trains
public record Samples(PatternCounts random, List<Session> sessions) {

  /// About so many pairs for each rule that trains.
  public static final long PAIRS_OF_A_SESSION = 50_000;

  private static final long RANDOM_PAIRS = 200_000;

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
    var random = new PatternCounts();
    int n = records.rows();
    if ((long) n * (n - 1) / 2 <= RANDOM_PAIRS) {
      for (int l = 0; l < n; l++) {
        for (int r = l + 1; r < n; r++) {
          random.add(kernel.pattern(l, r));
        }
      }
      return random;
    }
    var dice = new SplittableRandom(n);
    for (long i = 0; i < RANDOM_PAIRS; i++) {
      int l = dice.nextInt(n);
      int r = dice.nextInt(n);
      if (l != r) {
        random.add(kernel.pattern(l, r));
      }
    }
    return random;
  }
}
