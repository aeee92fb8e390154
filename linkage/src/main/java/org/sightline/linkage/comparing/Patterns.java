package org.sightline.linkage.comparing;

import java.util.List;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;

/// How the levels of all comparisons of one pair stand in one number: four bits for each.
///
/// @param fields the compared fields; UPN and NHS number are not among them, because they decide
public record Patterns(List<Field> fields) {

  private static final int MOST = 15;

  public Patterns {
    fields = List.copyOf(fields);
    if (fields.size() > MOST) {
      throw new IllegalArgumentException("At most %d fields can be compared".formatted(MOST));
    }
  }

  public static Patterns of(Records records) {
    return new Patterns(
        records.fields().stream()
            .filter(f -> f != Field.UPN && f != Field.NHS_NUMBER && f != Field.FULL_NAME)
            .toList());
  }

  public int size() {
    return fields.size();
  }

  public int indexOf(Field field) {
    return fields.indexOf(field);
  }

  public List<Level> levels(int comparison) {
    return ValueLevels.of(fields.get(comparison));
  }

  public static List<Level> levelsOf(Field field) {
    return ValueLevels.of(field);
  }

  public static int level(long pattern, int comparison) {
    return (int) (pattern >>> 4 * comparison) & 15;
  }

  public Level levelOf(long pattern, int comparison) {
    return levels(comparison).get(level(pattern, comparison));
  }

  static long with(long pattern, int comparison, int level) {
    return pattern & ~(15L << 4 * comparison) | (long) level << 4 * comparison;
  }
}
