package org.sightline.linkage.weighing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.sightline.linkage.Workers;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.cleaning.ValueCounts;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.comparing.PatternCounts;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.weighing.Model.FieldModel;
import org.sightline.linkage.weighing.Model.LevelModel;

/// Learns a model from the lists themselves, beginning with the shipped one.
///
/// 1. u of agreement from how often each value stands in the lists; u of the other levels from
///    pairs drawn at random. 2. m by expectation–maximisation over the patterns of whole blocks,
///    one session for each training rule, without the fields of the rule; u stands still. 3. How
///    likely two random records match, by expectation–maximisation over all candidates. 4. Once
///    more from 1., now without the pairs that were found to match: in short lists they would make
///    agreement look common (Splink, The rationale of model training).
///
/// The shipped model counts like a few records of its own, so that short lists are not believed too
/// much.
public final class Training {

  private static final int ROUNDS = 3;
  private static final int STEPS = 25;
  private static final double ENOUGH = 1e-4;
  private static final double SHIPPED_MATCHES = 20;
  private static final double SHIPPED_RANDOM_PAIRS = 500;
  private static final double SMALLEST = 1e-9;

  private final Records records;
  private final Patterns patterns;
  private final Model shipped;
  private final Samples samples;
  private final PatternCounts candidates;
  private final double pairs;
  private final Siblings siblings;
  private final Workers workers;
  private final double[][] agreeing;

  /// @param candidates the patterns of all candidate pairs
  /// @param pairs how many pairs there are that could be one person
  /// @param over whether one person may be there over and over
  /// @param siblings children of one family, where lists hold nobody twice
  public Training(
      Records records,
      ValueCounts counts,
      Patterns patterns,
      Model shipped,
      Samples samples,
      PatternCounts candidates,
      double pairs,
      boolean over,
      Siblings siblings,
      Workers workers) {
    this.workers = workers;
    this.siblings = siblings;
    var repeats = new Repeats(records, counts, over);
    this.agreeing =
        patterns.fields().stream()
            .map(field -> agreeing(repeats.counts(records.placeOf(field))))
            .toArray(double[][]::new);
    this.records = records;
    this.patterns = patterns;
    this.shipped = shipped;
    this.samples = samples;
    this.candidates = candidates;
    this.pairs = Math.max(1, pairs);
  }

  public Model learn() {
    var model = withU(shipped, false);
    for (int round = 0; round < ROUNDS; round++) {
      model = withProbability(withM(model));
      model = withU(model, true);
      model = model.with(siblings.families(model));
    }
    return withProbability(withM(model));
  }

  private Model withU(Model model, boolean withoutMatches) {
    var weights = new Weights(records, patterns, model);
    double[][] matched =
        withoutMatches ? expected(candidates, weights) : new double[patterns.size()][16];
    double[][] sampled = new double[patterns.size()][16];
    for (long pattern : samples.random().patterns()) {
      double unmatched =
          withoutMatches ? 1 - Thresholds.probability(weights.ofPattern(pattern)) : 1;
      add(sampled, pattern, samples.random().count(pattern) * unmatched);
    }
    var fields = new ArrayList<FieldModel>();
    for (int c = 0; c < patterns.size(); c++) {
      fields.add(withU(model, c, sampled[c], matched[c]));
    }
    return model.with(model.probabilityTwoRandomRecordsMatch(), fields);
  }

  private FieldModel withU(Model model, int c, double[] sampled, double[] matched) {
    var field = patterns.fields().get(c);
    var before = of(model, field);
    var first = of(shipped, field);
    double[] agreeing = this.agreeing[c];
    double all = agreeing[1] - sum(matched, 1) + SHIPPED_RANDOM_PAIRS;
    double exact = Math.max(0, agreeing[0] - matched[1]) + SHIPPED_RANDOM_PAIRS * first.at(1).u();
    double uExact = Math.clamp(exact / Math.max(all, SHIPPED_RANDOM_PAIRS), SMALLEST, 1);
    double rest = sum(sampled, 2) + SHIPPED_RANDOM_PAIRS * (1 - first.at(1).u());
    var levels = new ArrayList<LevelModel>();
    for (int l = 1; l <= before.levels().size(); l++) {
      var level = before.at(l);
      double u =
          l == 1
              ? uExact
              : (1 - uExact) * (sampled[l] + SHIPPED_RANDOM_PAIRS * first.at(l).u()) / rest;
      levels.add(
          isSilent(field, level.level())
              ? level
              : new LevelModel(level.level(), level.m(), Math.clamp(u, SMALLEST, 1)));
    }
    return new FieldModel(field, levels);
  }

  /// How many pairs agree in a field, and how many have it on both sides.
  private static double[] agreeing(int[] counts) {
    double rows = 0;
    double agreeing = 0;
    for (int code = 1; code < counts.length; code++) {
      rows += counts[code];
      agreeing += counts[code] * (counts[code] - 1.0) / 2;
    }
    return new double[] {agreeing, rows * (rows - 1) / 2};
  }

  private Model withM(Model model) {
    var sessions = samples.sessions();
    var sums = new double[sessions.size()][][];
    workers.run(
        sums.length,
        s -> sums[s] = ofSession(model, sessions.get(s).patterns(), sessions.get(s).blockedOn()));
    double[][] matched = new double[patterns.size()][16];
    for (double[][] ofSession : sums) {
      for (int c = 0; c < matched.length; c++) {
        for (int l = 0; l < 16; l++) {
          matched[c][l] += ofSession[c][l];
        }
      }
    }
    var fields = new ArrayList<FieldModel>();
    for (int c = 0; c < patterns.size(); c++) {
      fields.add(withM(model, c, matched[c]));
    }
    return model.with(model.probabilityTwoRandomRecordsMatch(), fields);
  }

  private FieldModel withM(Model model, int c, double[] matched) {
    var field = patterns.fields().get(c);
    var before = of(model, field);
    var first = of(shipped, field);
    double all = sum(matched, 1) + SHIPPED_MATCHES;
    var levels = new ArrayList<LevelModel>();
    for (int l = 1; l <= before.levels().size(); l++) {
      var level = before.at(l);
      double m = (matched[l] + SHIPPED_MATCHES * first.at(l).m()) / all;
      levels.add(
          isSilent(field, level.level())
              ? level
              : new LevelModel(level.level(), Math.clamp(m, SMALLEST, 1), level.u()));
    }
    return new FieldModel(field, levels);
  }

  /// Expectation–maximisation over one session's patterns. Every pair of twins looks like a match
  /// with a changed forename. As far as the lists say how many twins there are, so many are
  /// expected among the matches; as far as they do not, such pairs stay out of it.
  private double[][] ofSession(Model model, PatternCounts session, Set<Field> blockedOn) {
    var weights = new Weights(records, patterns, model);
    boolean[] used = new boolean[patterns.size()];
    double[][] ratio = new double[patterns.size()][16];
    for (int c = 0; c < used.length; c++) {
      used[c] = !blockedOn.contains(patterns.fields().get(c));
      for (int l = 1; l < patterns.levels(c).size(); l++) {
        ratio[c][l] = weights.level(c, l);
      }
    }
    long[] seen = session.patterns();
    long[] counts = session.counts(seen);
    var family = new FamilyOdds(model, weights, blockedOn, records.rows());
    double known = siblings.twinsKnown();
    double share = 0.3;
    double[][] sums = new double[used.length][16];
    for (int step = 0; step < STEPS; step++) {
      sums = new double[used.length][16];
      double matches = 0;
      double all = 0;
      double prior = Thresholds.weight(share);
      for (int i = 0; i < seen.length; i++) {
        long pattern = seen[i];
        double weight = prior;
        for (int c = 0; c < used.length; c++) {
          weight += used[c] ? ratio[c][Patterns.level(pattern, c)] : 0;
        }
        weight -= known * family.bits(pattern, prior, used, ratio);
        double count = counts[i] * (weights.isOfTwins(pattern) ? known : 1);
        double match = count * Thresholds.probability(weight);
        add(sums, pattern, match);
        matches += match;
        all += count;
      }
      double before = share;
      share = Math.clamp((matches + 0.5) / (all + 1), 1e-6, 1 - 1e-6);
      improve(model, used, sums, ratio);
      if (Math.abs(share - before) < before * ENOUGH) {
        break;
      }
    }
    for (int c = 0; c < used.length; c++) {
      if (!used[c]) {
        Arrays.fill(sums[c], 0);
      }
    }
    return sums;
  }

  private void improve(Model model, boolean[] used, double[][] sums, double[][] ratio) {
    for (int c = 0; c < used.length; c++) {
      if (!used[c]) {
        continue;
      }
      var fieldModel = withM(model, c, sums[c]);
      for (int l = 1; l <= fieldModel.levels().size(); l++) {
        ratio[c][l] = fieldModel.at(l).weight();
      }
    }
  }

  private Model withProbability(Model model) {
    var weights = new Weights(records, patterns, model);
    long[] seen = candidates.patterns();
    long[] counts = candidates.counts(seen);
    var worth = new double[seen.length];
    for (int i = 0; i < seen.length; i++) {
      worth[i] = weights.ofPattern(seen[i]) - weights.prior();
    }
    double probability = model.probabilityTwoRandomRecordsMatch();
    for (int step = 0; step < STEPS; step++) {
      double prior = Thresholds.weight(probability);
      double matches = 0;
      for (int i = 0; i < seen.length; i++) {
        matches += counts[i] * Thresholds.probability(prior + worth[i]);
      }
      double before = probability;
      probability = Math.clamp(Math.max(1, matches) / (pairs + 1), 1e-12, 0.5);
      if (Math.abs(probability - before) < before * ENOUGH) {
        break;
      }
    }
    return model.with(probability, model.fields());
  }

  private double[][] expected(PatternCounts counts, Weights weights) {
    double[][] sums = new double[patterns.size()][16];
    matches(counts, weights, sums);
    return sums;
  }

  private double matches(PatternCounts counts, Weights weights, double[][] sums) {
    double matches = 0;
    for (long pattern : counts.patterns()) {
      double match = counts.count(pattern) * Thresholds.probability(weights.ofPattern(pattern));
      add(sums, pattern, match);
      matches += match;
    }
    return matches;
  }

  private static void add(double[][] sums, long pattern, double count) {
    for (int c = 0; c < sums.length; c++) {
      sums[c][Patterns.level(pattern, c)] += count;
    }
  }

  private static double sum(double[] counts, int from) {
    double sum = 0;
    for (int l = from; l < counts.length; l++) {
      sum += counts[l];
    }
    return sum;
  }

  /// Swapped names are weighed with the forename; the surname says nothing of its own.
  private static boolean isSilent(Field field, Level level) {
    return field == Field.SURNAME && level == Level.SWAPPED;
  }

  private static FieldModel of(Model model, Field field) {
    return Objects.requireNonNull(model.of(field), () -> "No model of " + field);
  }

  /// Fields the lists have and the model has not.
  public static Set<Field> unknownTo(Model model, Patterns patterns) {
    var unknown = EnumSet.noneOf(Field.class);
    patterns.fields().stream().filter(f -> model.of(f) == null).forEach(unknown::add);
    return unknown;
  }
}
