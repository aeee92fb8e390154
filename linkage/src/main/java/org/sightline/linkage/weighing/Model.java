package org.sightline.linkage.weighing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.comparing.Patterns;

/// What each level of agreement is worth, as Fellegi and Sunter have it: m, how often the level
/// comes up between two records of one person, and u, how often between records of two people.
///
/// @param version its name; a change of any number is another version
/// @param probabilityTwoRandomRecordsMatch before anything is compared
/// @param families how many records of brothers, sisters and twins there are
public record Model(
    String version,
    double probabilityTwoRandomRecordsMatch,
    List<FieldModel> fields,
    Families families) {

  public Model {
    fields = List.copyOf(fields);
    if (!(probabilityTwoRandomRecordsMatch > 0 && probabilityTwoRandomRecordsMatch < 1)) {
      throw new IllegalArgumentException(
          "probability_two_random_records_match must lie between 0 and 1, not "
              + probabilityTwoRandomRecordsMatch);
    }
  }

  public Model(String version, double probabilityTwoRandomRecordsMatch, List<FieldModel> fields) {
    this(version, probabilityTwoRandomRecordsMatch, fields, Families.usual());
  }

  /// For each record, how many others in the lists are of the same family.
  ///
  /// @param twins of the same birth date
  /// @param siblings of another one
  public record Families(double twins, double siblings) {
    public Families {
      if (!(twins > 0 && siblings > 0)) {
        throw new IllegalArgumentException(
            "twins and siblings for each record must be above 0, not %s and %s"
                .formatted(twins, siblings));
      }
    }

    static Families usual() {
      return new Families(Thresholds.TWINS_FOR_EACH_RECORD, Thresholds.SIBLINGS_FOR_EACH_RECORD);
    }
  }

  /// @param levels in the order of [Patterns#levelsOf], without the first, which is "missing"
  public record FieldModel(Field field, List<LevelModel> levels) {
    public FieldModel {
      levels = List.copyOf(levels);
      var expected = Patterns.levelsOf(field);
      if (!levels.stream()
          .map(LevelModel::level)
          .toList()
          .equals(expected.subList(1, expected.size()))) {
        throw new IllegalArgumentException(
            "The levels of %s must be %s"
                .formatted(field.column(), expected.subList(1, expected.size())));
      }
    }

    LevelModel at(int level) {
      return levels.get(level - 1);
    }
  }

  public record LevelModel(Level level, double m, double u) {
    public LevelModel {
      if (!(m > 0 && m <= 1 && u > 0 && u <= 1)) {
        throw new IllegalArgumentException(
            "m and u of %s must lie between 0 and 1, not %s and %s".formatted(level, m, u));
      }
    }

    /// In bits.
    double weight() {
      return level == Level.SWAPPED && m == u ? 0 : Math.log(m / u) / Math.log(2);
    }
  }

  public @Nullable FieldModel of(Field field) {
    return fields.stream().filter(f -> f.field() == field).findFirst().orElse(null);
  }

  Model with(double probability, List<FieldModel> others) {
    return new Model(version, Math.clamp(probability, 1e-12, 0.5), others, families);
  }

  Model named(String name) {
    return new Model(name, probabilityTwoRandomRecordsMatch, fields, families);
  }

  Model with(Families others) {
    return new Model(version, probabilityTwoRandomRecordsMatch, fields, others);
  }
}
