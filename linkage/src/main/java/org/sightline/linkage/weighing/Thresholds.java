package org.sightline.linkage.weighing;

/// Where verdicts part. A change here is a change of behaviour: another version of the model.
public final class Thresholds {

  /// At and above: the same person.
  public static final double SAME_PERSON_MATCH_PROBABILITY = 0.90;

  /// At and above, and below the one before: a trained person decides.
  public static final double REVIEW_MATCH_PROBABILITY = 0.10;

  /// Links of at least this are counted also when nothing doubtful is.
  public static final double SURE_MATCH_PROBABILITY = 0.99;

  /// Links below this are not counted even when all that is likely is.
  public static final double LIKELY_MATCH_PROBABILITY = 0.02;

  /// Two groups are joined only if their pairs together weigh more than this, in bits a pair.
  public static final double JOINING_MEAN_MATCH_WEIGHT = 0;

  /// What a pair counts in such a mean which no block brought together, in bits.
  public static final double UNSEEN_PAIR_MATCH_WEIGHT = -2;

  /// No single pair counts more than this in such a mean, for or against, in bits.
  public static final double LARGEST_COUNTED_MATCH_WEIGHT = 20;

  /// The weight of a pair that a number given to one person only settles, in bits.
  public static final double SETTLED_MATCH_WEIGHT = 60;

  /// No frequent value takes away more than this, in bits: beyond it the value is frequent because
  /// the lists hold one person over and over, not because many people share it.
  public static final double LEAST_TERM_FREQUENCY_ADJUSTMENT = -4;

  /// How many records of a twin there are in the lists for each record: about three children in a
  /// hundred are twins, and not every list has both. Lists without duplicates teach it.
  public static final double TWINS_FOR_EACH_RECORD = 0.02;

  /// How many records of a brother or sister there are in the lists for each record. Lists without
  /// duplicates teach it.
  public static final double SIBLINGS_FOR_EACH_RECORD = 0.5;

  /// To this, in bits, the chance of a brother or sister takes a pair without a birth date to
  /// compare, and no further: just above the line from which a person looks.
  public static final double UNDATED_FAMILY_MATCH_WEIGHT = -3.1;

  private Thresholds() {}

  public static double weight(double probability) {
    return Math.log(probability / (1 - probability)) / Math.log(2);
  }

  public static double probability(double weight) {
    return 1 / (1 + Math.pow(2, -weight));
  }
}
