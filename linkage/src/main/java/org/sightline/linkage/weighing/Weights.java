package org.sightline.linkage.weighing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.cleaning.ValueCounts;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.comparing.Patterns;

/// The weight of a pair in bits: the prior, what each level is worth, more for rare values that
/// agree and less for frequent ones, and the case of children of one family.
///
/// Brothers and sisters agree in surname and all that a household shares, twins in the birth date
/// too, and Fellegi–Sunter adds these up as if each were a new clue. So records of two people are a
/// mixture: strangers, who agree by chance, and a few children of one family, who agree in all of
/// that as one person would. Where the forename is another one, or only like it, and the surname
/// agrees, u is that of the mixture of strangers, brothers and sisters, and twins. If there is no
/// birth date to compare, a person has to look.
public final class Weights {

  /// What two children of one family share, whoever was born when.
  private static final Set<Field> OF_A_HOUSEHOLD =
      EnumSet.of(
          Field.SURNAME,
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

  /// How far the forenames of two children may agree.
  private static final Set<Level> FORENAMES_OF_TWO =
      EnumSet.of(Level.CLOSE, Level.SIMILAR, Level.DIFFERENT);

  /// How one surname is written on two lists.
  private static final Set<Level> ONE_SURNAME = EnumSet.of(Level.EXACT, Level.CLOSE, Level.PARTLY);

  /// Chances of less than this beside the chance of strangers, in bits, change nothing.
  private static final double NOTHING = -12;

  private static final int BIRTH_DATE_THE_SAME = 1;
  private static final int SURNAME_THE_SAME = 1;
  private static final double LOG_OF_TWO = Math.log(2);

  private final Records records;
  private final Patterns patterns;
  private final double prior;
  private final double[][] levels;
  private final float[][] adjustments;
  private final int[] places;
  private final boolean[] ofHousehold;
  private final Numbered numbered;
  private final int birthDate;
  private final int forename;
  private final int surname;
  private final int differentForename;
  private final int forenamesOfTwo;
  private final int oneSurname;
  private final double twins;
  private final double siblings;

  /// Without term frequencies: for patterns, not for pairs.
  Weights(Records records, Patterns patterns, Model model) {
    this(records, patterns, model, null);
  }

  /// @param counts how often each value is there, so that frequent ones count less than rare ones
  public Weights(Records records, Patterns patterns, Model model, @Nullable ValueCounts counts) {
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
          counts != null && fieldModel != null && WITH_TERM_FREQUENCIES.contains(field)
              ? adjustments(counts.of(places[c]), fieldModel.at(1).u())
              : new float[0];
    }
    birthDate = patterns.indexOf(Field.BIRTH_DATE);
    forename = patterns.indexOf(Field.FORENAME);
    surname = patterns.indexOf(Field.SURNAME);
    differentForename = Patterns.levelsOf(Field.FORENAME).indexOf(Level.DIFFERENT);
    forenamesOfTwo = bits(Patterns.levelsOf(Field.FORENAME), FORENAMES_OF_TWO);
    oneSurname = bits(Patterns.levelsOf(Field.SURNAME), ONE_SURNAME);
    double rows = Math.max(2, records.rows());
    twins = log2(model.families().twins() / rows);
    siblings = log2(model.families().siblings() / rows);
  }

  static boolean hasTermFrequencies(Field field) {
    return WITH_TERM_FREQUENCIES.contains(field);
  }

  public double weight(int left, int right, long pattern) {
    return weight(left, right, worth(pattern));
  }

  double weight(int left, int right, PatternWorth of) {
    int settled = numbered.verdict(left, right);
    if (settled != 0) {
      return settled * Thresholds.SETTLED_MATCH_WEIGHT;
    }
    return unsettled(left, of);
  }

  /// Why a pair weighs what it weighs.
  public Waterfall explain(int left, int right, long pattern) {
    return Waterfall.of(this, left, right, pattern);
  }

  /// Without the numbers that settle a pair.
  private double unsettled(int left, PatternWorth of) {
    double more = 0;
    double home = of.home();
    double born = of.born();
    for (int c : of.adjusted()) {
      double adjustment = adjustment(c, left);
      more += adjustment;
      home += ofHousehold[c] ? adjustment : 0;
      born += c == birthDate ? adjustment : 0;
    }
    double weight = of.weight() + more;
    return of.ofFamily() ? weight + ofFamily(of.pattern(), home, born, weight) : weight;
  }

  /// Without term frequencies: the weight of all pairs of a pattern alike.
  double ofPattern(long pattern) {
    var of = worth(pattern);
    return of.ofFamily()
        ? of.weight() + ofFamily(pattern, of.home(), of.born(), of.weight())
        : of.weight();
  }

  PatternWorth worth(long pattern) {
    double weight = prior;
    double home = 0;
    double born = 0;
    var adjusted = IntStream.builder();
    for (int c = 0; c < places.length; c++) {
      int level = Patterns.level(pattern, c);
      double worth = levels[c][level];
      weight += worth;
      home += ofHousehold[c] ? worth : 0;
      born += c == birthDate ? worth : 0;
      if (level == 1 && adjustments[c].length > 0) {
        adjusted.add(c);
      }
    }
    return new PatternWorth(
        pattern, weight, home, born, adjusted.build().toArray(), isOfFamily(pattern));
  }

  /// What the chance of children of one family takes away, in bits; 0 where nothing hints at them.
  ///
  /// @param home what all that a household shares is worth together
  /// @param born what the birth date is worth, which twins share
  /// @param weight of the pair without it; where no birth date tells, a person looks at it
  double ofFamily(long pattern, double home, double born, double weight) {
    if (!isOfFamily(pattern)) {
      return 0;
    }
    double bits = ofFamily(twins + home + born, siblings + home);
    return birthDate < 0 || Patterns.level(pattern, birthDate) == 0
        ? -Math.min(bits, Math.max(0, weight - Thresholds.UNDATED_FAMILY_MATCH_WEIGHT))
        : -bits;
  }

  /// How much more likely all that is shared is among strangers and children of one family than
  /// among strangers alone, all in bits.
  static double ofFamily(double twins, double siblings) {
    return Math.max(twins, siblings) < NOTHING
        ? 0
        : log2(1 + Math.pow(2, twins) + Math.pow(2, siblings));
  }

  /// A different forename, the same surname and the same birth date.
  boolean isOfTwins(long pattern) {
    return isOfFamily(pattern)
        && Patterns.level(pattern, forename) == differentForename
        && Patterns.level(pattern, surname) == SURNAME_THE_SAME
        && isBornTheSameDay(pattern);
  }

  boolean isBornTheSameDay(long pattern) {
    return birthDate >= 0 && Patterns.level(pattern, birthDate) == BIRTH_DATE_THE_SAME;
  }

  /// Another forename, or one that is only alike, and a surname that agrees.
  boolean isOfFamily(long pattern) {
    return forename >= 0
        && surname >= 0
        && (forenamesOfTwo >> Patterns.level(pattern, forename) & 1) != 0
        && (oneSurname >> Patterns.level(pattern, surname) & 1) != 0;
  }

  /// Whether a household has a field in common, whoever was born when.
  boolean isOfHousehold(int comparison) {
    return ofHousehold[comparison];
  }

  boolean isBirthDate(int comparison) {
    return comparison == birthDate;
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

  private static int bits(List<Level> all, Set<Level> wanted) {
    return wanted.stream().mapToInt(level -> 1 << all.indexOf(level)).sum();
  }

  private static double log2(double x) {
    return Math.log(x) / LOG_OF_TWO;
  }
}
