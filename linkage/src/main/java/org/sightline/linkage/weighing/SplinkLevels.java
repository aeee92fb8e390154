package org.sightline.linkage.weighing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.weighing.Model.LevelModel;
import tools.jackson.databind.JsonNode;

/// Levels of a model somebody trained with Splink, as levels of ours.
///
/// Each of theirs is known by its condition, in their order. Where several of theirs are one of
/// ours, m and u are added up; a level of ours that they do not have shares m and u of the level in
/// which Splink would have put its pairs, so that it weighs the same.
final class SplinkLevels {

  private static final Pattern EQUAL = Pattern.compile("\"?(\\w+?)_l\"?\\s*=\\s*\"?(\\w+?)_r\"?");
  private static final Pattern LIKENESS = Pattern.compile("jaro\\w*\\(.*\\)\\s*>=?\\s*([0-9.]+)");
  private static final Pattern EDITS =
      Pattern.compile("levenshtein\\w*\\(.*\\)\\s*<(=?)\\s*([0-9.]+)");
  private static final Pattern DAYS_APART =
      Pattern.compile("date_?diff\\(\\s*'(day|month|year)'.*<=?\\s*([0-9.]+)");
  private static final Pattern SECONDS_APART = Pattern.compile("epoch\\(.*<=?\\s*([0-9.]+)");
  private static final double CLOSE = 0.9;
  private static final double SIMILAR = 0.7;
  private static final double DAYS_OF_A_YEAR = 367;

  /// Where pairs of a level go if there is no such level.
  private static final Map<Level, List<Level>> INSTEAD = new EnumMap<>(Level.class);

  static {
    INSTEAD.put(Level.CLOSE, List.of(Level.SIMILAR));
    INSTEAD.put(Level.PARTLY, List.of(Level.SIMILAR, Level.CLOSE));
    INSTEAD.put(Level.DAY_MONTH, List.of(Level.ONE_DIGIT, Level.TWO_PARTS, Level.ONE_YEAR));
    INSTEAD.put(
        Level.ONE_DIGIT,
        List.of(Level.TWO_PARTS, Level.ONE_YEAR, Level.SECTOR, Level.DISTRICT, Level.TWO_DIGITS));
    INSTEAD.put(Level.TWO_PARTS, List.of(Level.ONE_YEAR));
    INSTEAD.put(Level.SECTOR, List.of(Level.DISTRICT));
    INSTEAD.put(Level.SAME_USER, List.of(Level.CLOSE, Level.SIMILAR));
  }

  private final Field field;
  private final String column;
  private final Map<Level, double[]> found = new EnumMap<>(Level.class);

  private SplinkLevels(Field field, String column) {
    this.field = field;
    this.column = column;
  }

  static List<LevelModel> of(Field field, String column, JsonNode levels) {
    var made = new SplinkLevels(field, column);
    for (var level : levels) {
      made.add(level);
    }
    return made.levels();
  }

  private void add(JsonNode level) {
    var condition = level.path("sql_condition").asString("").toLowerCase(Locale.ROOT).strip();
    var label = level.path("label_for_charts").asString(condition);
    if (level.path("is_null_level").asBoolean(false) || condition.contains(" is null")) {
      return;
    }
    var ours = levelOf(condition);
    if (ours == null) {
      throw new IllegalArgumentException(
          "The model's comparison of %s has a level \"%s\" whose condition we do not know."
              .formatted(column, label));
    }
    if (!level.path("m_probability").isNumber() || !level.path("u_probability").isNumber()) {
      throw new IllegalArgumentException(
          "The model's comparison of %s has no m and u for \"%s\"; train it first."
              .formatted(column, label));
    }
    double[] sum = found.computeIfAbsent(ours, l -> new double[2]);
    sum[0] += level.path("m_probability").asDouble();
    sum[1] += level.path("u_probability").asDouble();
  }

  private @Nullable Level levelOf(String condition) {
    if (condition.equals("else") || condition.equals("true")) {
      return Level.DIFFERENT;
    }
    var equal = EQUAL.matcher(condition);
    if (equal.matches()) {
      return equal.group(1).equals(equal.group(2)) ? Level.EXACT : Level.SWAPPED;
    }
    return among(closeness(condition));
  }

  private @Nullable Level closeness(String condition) {
    if (equalsCrosswise(condition)) {
      return Level.SWAPPED;
    }
    if (condition.contains("regexp_extract")
        || condition.contains("split_part")
        || condition.contains("substr")) {
      return ofParts(condition);
    }
    Matcher m = LIKENESS.matcher(condition);
    if (m.find()) {
      double likeness = Double.parseDouble(m.group(1));
      return likeness >= CLOSE ? first() : likeness >= SIMILAR ? second() : Level.DIFFERENT;
    }
    m = EDITS.matcher(condition);
    if (m.find()) {
      double edits = Double.parseDouble(m.group(2)) - (m.group(1).isEmpty() ? 1 : 0);
      return edits <= 1 ? first() : edits <= 2 ? second() : Level.DIFFERENT;
    }
    m = DAYS_APART.matcher(condition);
    if (m.find()) {
      double days =
          switch (m.group(1)) {
                case "day" -> 1;
                case "month" -> 30.5;
                default -> 365;
              }
              * Double.parseDouble(m.group(2));
      return days < DAYS_OF_A_YEAR ? Level.ONE_YEAR : Level.DIFFERENT;
    }
    m = SECONDS_APART.matcher(condition);
    if (m.find()) {
      return Double.parseDouble(m.group(1)) < DAYS_OF_A_YEAR * 86_400
          ? Level.ONE_YEAR
          : Level.DIFFERENT;
    }
    return null;
  }

  private static boolean equalsCrosswise(String condition) {
    var m = EQUAL.matcher(condition);
    return condition.contains(" and ") && m.find() && !m.group(1).equals(m.group(2));
  }

  /// The sector of a postcode ends in a digit behind the blank, its area has no digit at all.
  private @Nullable Level ofParts(String condition) {
    return switch (field) {
      case EMAIL -> condition.contains("@[") ? Level.SIMILAR : Level.SAME_USER;
      case POSTCODE ->
          !condition.contains("[0-9]") && !condition.contains("\\d")
              ? Level.DIFFERENT
              : condition.matches(".*( |\\\\s[*?]?)(\\[0-9]|\\\\d).*")
                  ? Level.SECTOR
                  : Level.DISTRICT;
      default -> null;
    };
  }

  /// The nearest level of a field below the same.
  private Level first() {
    return switch (field) {
      case BIRTH_DATE, POSTCODE, PHONE, NUMBER, HOUSE_NUMBER -> Level.ONE_DIGIT;
      default -> Level.CLOSE;
    };
  }

  private Level second() {
    return switch (field) {
      case BIRTH_DATE -> Level.TWO_PARTS;
      case POSTCODE -> Level.SECTOR;
      case PHONE, NUMBER, HOUSE_NUMBER -> Level.TWO_DIGITS;
      default -> Level.SIMILAR;
    };
  }

  /// What a field has no level for is different.
  private @Nullable Level among(@Nullable Level level) {
    return level == null || Patterns.levelsOf(field).contains(level) ? level : Level.DIFFERENT;
  }

  private List<LevelModel> levels() {
    var expected = Patterns.levelsOf(field);
    if (!found.containsKey(Level.EXACT) || !found.containsKey(Level.DIFFERENT)) {
      throw new IllegalArgumentException(
          "The model's comparison of %s needs a level for equal values and one for all others."
              .formatted(column));
    }
    var holders = new EnumMap<Level, List<Level>>(Level.class);
    for (var level : expected.subList(1, expected.size())) {
      holders.computeIfAbsent(holder(level), h -> new ArrayList<>()).add(level);
    }
    var levels = new ArrayList<LevelModel>();
    for (var level : expected.subList(1, expected.size())) {
      var holder = holder(level);
      double all = holders.getOrDefault(holder, List.of()).stream().mapToDouble(this::usual).sum();
      double share = usual(level) / all;
      double[] mAndU = found.getOrDefault(holder, new double[2]);
      levels.add(
          new LevelModel(level, Math.min(1, mAndU[0] * share), Math.min(1, mAndU[1] * share)));
    }
    return levels;
  }

  private Level holder(Level level) {
    if (found.containsKey(level)) {
      return level;
    }
    return INSTEAD.getOrDefault(level, List.of()).stream()
        .filter(found::containsKey)
        .findFirst()
        .orElse(Level.DIFFERENT);
  }

  /// How frequent a level is between two people, as the shipped model has it.
  private double usual(Level level) {
    var shipped = ShippedModel.read().of(field);
    return shipped == null
        ? 1
        : shipped.levels().stream()
            .filter(l -> l.level() == level)
            .mapToDouble(LevelModel::u)
            .findFirst()
            .orElse(1);
  }
}
