package org.sightline.linkage.weighing;

import java.util.EnumSet;
import java.util.Set;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.comparing.Patterns;

/// The weight of a pair in bits: the prior, what each level is worth, more for rare values that
/// agree and less for frequent ones, and the case of children of one family.
///
/// Brothers and sisters agree in surname and all that a household shares, twins in the birth date
/// too, and Fellegi–Sunter adds these up as if each were a new clue. So records of two people are a
/// mixture: strangers, who agree by chance, and a few children of one family, who agree in all of
/// that as one person would. Where the forename is a different one and the surname the same, u is
/// that of the mixture: with twins if the birth date is the same, with brothers and sisters if it
/// is a really different one or is not there.
public final class Weights {

  /// What two children of one family share.
  private static final Set<Field> OF_A_HOUSEHOLD =
      EnumSet.of(
          Field.SURNAME,
          Field.BIRTH_DATE,
          Field.POSTCODE,
          Field.SCHOOL,
          Field.PHONE,
          Field.TOWN,
          Field.ADDRESS,
          Field.ADDRESS_2,
          Field.HOUSE_NUMBER,
          Field.AREA);

  /// Fields some of whose values are so much more frequent than others that it matters.
  private static final Set<Field> WITH_TERM_FREQUENCIES =
      EnumSet.of(
          Field.FORENAME,
          Field.SURNAME,
          Field.BIRTH_DATE,
          Field.POSTCODE,
          Field.SCHOOL,
          Field.TOWN,
          Field.ADDRESS,
          Field.ADDRESS_2);

  /// Levels of the birth date that no slip of the pen explains.
  private static final Set<Level> APART =
      EnumSet.of(Level.MISSING, Level.TWO_PARTS, Level.ONE_YEAR, Level.DIFFERENT);

  private static final int BIRTH_DATE_THE_SAME = 1;

  private final Records records;
  private final Patterns patterns;
  private final double prior;
  private final double[][] levels;
  private final float[][] adjustments;
  private final int[] places;
  private final boolean[] ofHousehold;
  private final Numbered numbered;
  private final int birthDate;
  private final boolean[] apart = new boolean[16];
  private final long familyMask;
  private final long familyPattern;

  public Weights(Records records, Patterns patterns, Model model) {
    this(records, patterns, model, true);
  }

  /// @param withTermFrequencies whether frequent values are to count less than rare ones
  Weights(Records records, Patterns patterns, Model model, boolean withTermFrequencies) {
    this.records = records;
    this.patterns = patterns;
    this.numbered = new Numbered(records);
    prior = Thresholds.weight(model.probabilityTwoRandomRecordsMatch());
    int n = patterns.size();
    levels = new double[n][16];
    adjustments = new float[n][];
    places = new int[n];
    ofHousehold = new boolean[n];
    for (int c = 0; c < n; c++) {
      var field = patterns.fields().get(c);
      places[c] = records.placeOf(field);
      ofHousehold[c] = OF_A_HOUSEHOLD.contains(field);
      var fieldModel = model.of(field);
      if (fieldModel != null) {
        for (int l = 1; l < patterns.levels(c).size(); l++) {
          levels[c][l] = fieldModel.at(l).weight();
        }
      }
      adjustments[c] =
          withTermFrequencies && fieldModel != null && WITH_TERM_FREQUENCIES.contains(field)
              ? adjustments(records.counts(places[c]), fieldModel.at(1).u())
              : new float[0];
    }
    birthDate = patterns.indexOf(Field.BIRTH_DATE);
    for (int l = 0; birthDate >= 0 && l < patterns.levels(birthDate).size(); l++) {
      apart[l] = APART.contains(patterns.levels(birthDate).get(l));
    }
    familyMask = familyMask();
    familyPattern = familyPattern();
  }

  static boolean hasTermFrequencies(Field field) {
    return WITH_TERM_FREQUENCIES.contains(field);
  }

  public double weight(int left, int right, long pattern) {
    int settled = numbered.verdict(left, right);
    if (settled != 0) {
      return settled * Thresholds.SETTLED_MATCH_WEIGHT;
    }
    return unsettled(left, pattern);
  }

  /// Why a pair weighs what it weighs.
  public Waterfall explain(int left, int right, long pattern) {
    return Waterfall.of(this, left, right, pattern);
  }

  /// Without the numbers that settle a pair.
  double unsettled(int left, long pattern) {
    double weight = prior;
    double shared = 0;
    for (int c = 0; c < places.length; c++) {
      int level = Patterns.level(pattern, c);
      if (level != 0) {
        double worth = levels[c][level] + (level == 1 ? adjustment(c, left) : 0);
        weight += worth;
        shared += isShared(c, pattern) ? worth : 0;
      }
    }
    return weight + ofFamily(pattern, shared);
  }

  /// Without term frequencies: the weight of all pairs of a pattern alike.
  double ofPattern(long pattern) {
    double weight = prior;
    double shared = 0;
    for (int c = 0; c < places.length; c++) {
      double worth = levels[c][Patterns.level(pattern, c)];
      weight += worth;
      shared += isShared(c, pattern) ? worth : 0;
    }
    return weight + ofFamily(pattern, shared);
  }

  /// What the chance of children of one family takes away, in bits; 0 where nothing hints at them.
  ///
  /// @param shared what all that such children share is worth together
  double ofFamily(long pattern, double shared) {
    double forEachRecord =
        isOfTwins(pattern)
            ? Thresholds.TWINS_FOR_EACH_RECORD
            : isOfSiblings(pattern) ? Thresholds.SIBLINGS_FOR_EACH_RECORD : 0;
    double toStrangers = forEachRecord / Math.max(2, records.rows()) * Math.pow(2, shared);
    return -Math.log1p(toStrangers) / Math.log(2);
  }

  /// A different forename, the same surname and the same birth date.
  public boolean isOfTwins(long pattern) {
    return isOfFamily(pattern)
        && birthDate >= 0
        && Patterns.level(pattern, birthDate) == BIRTH_DATE_THE_SAME;
  }

  /// A different forename, the same surname, and a birth date that no slip explains, or none.
  boolean isOfSiblings(long pattern) {
    return isOfFamily(pattern) && (birthDate < 0 || apart[Patterns.level(pattern, birthDate)]);
  }

  private boolean isOfFamily(long pattern) {
    return familyMask != 0 && (pattern & familyMask) == familyPattern;
  }

  /// Whether children of the family the pattern hints at have a field in common.
  boolean isShared(int comparison, long pattern) {
    return ofHousehold[comparison] && (comparison != birthDate || isOfTwins(pattern));
  }

  double prior() {
    return prior;
  }

  double level(int comparison, int level) {
    return levels[comparison][level];
  }

  double adjustment(int comparison, int left) {
    return adjustments[comparison].length == 0
        ? 0
        : adjustments[comparison][records.cell(left, places[comparison])];
  }

  Numbered numbered() {
    return numbered;
  }

  Patterns patterns() {
    return patterns;
  }

  /// log2(u / frequency) of each value. The two records of the pair are not counted: in a list of
  /// sixty a name that only they bear is not a frequent one. The frequency is drawn to u by one
  /// record, so that a value seen once is not taken for rarer than a small list can show.
  static float[] adjustments(int[] counts, double u) {
    long rows = 0;
    for (int code = 1; code < counts.length; code++) {
      rows += counts[code];
    }
    var adjustments = new float[counts.length];
    for (int code = 1; code < counts.length; code++) {
      double frequency = (Math.max(0, counts[code] - 2) + 1) / (Math.max(0, rows - 2) + 1 / u);
      double adjustment = Math.log(u / frequency) / Math.log(2);
      adjustments[code] = (float) Math.max(Thresholds.LEAST_TERM_FREQUENCY_ADJUSTMENT, adjustment);
    }
    return adjustments;
  }

  private long familyMask() {
    boolean both = patterns.indexOf(Field.FORENAME) >= 0 && patterns.indexOf(Field.SURNAME) >= 0;
    return both ? bits(Field.FORENAME, 15) | bits(Field.SURNAME, 15) : 0;
  }

  private long familyPattern() {
    int different = Patterns.levelsOf(Field.FORENAME).indexOf(Level.DIFFERENT);
    return familyMask == 0 ? 0 : bits(Field.FORENAME, different) | bits(Field.SURNAME, 1);
  }

  private long bits(Field field, int level) {
    return (long) level << 4 * patterns.indexOf(field);
  }
}
