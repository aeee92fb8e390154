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
public record Model(
    String version, double probabilityTwoRandomRecordsMatch, List<FieldModel> fields) {

  public Model {
    fields = List.copyOf(fields);
    if (!(probabilityTwoRandomRecordsMatch > 0 && probabilityTwoRandomRecordsMatch < 1)) {
      throw new IllegalArgumentException(
          "probability_two_random_records_match must lie between 0 and 1, not "
              + probabilityTwoRandomRecordsMatch);
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
    return new Model(version, Math.clamp(probability, 1e-12, 0.5), others);
  }

  Model named(String name) {
    return new Model(name, probabilityTwoRandomRecordsMatch, fields);
  }
}
