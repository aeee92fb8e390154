package org.sightline.linkage.weighing;

import java.util.stream.Collectors;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.comparing.Nicknames;

/// The condition of each level in DuckDB's SQL, over columns that were cleaned: birth dates are
/// eight digits. Conditions are tried in the order of the levels, as Splink does. For signs within
/// ASCII they say what the engine says; DuckDB counts bytes and the engine signs.
final class Conditions {

  private static final String CLOSE =
      "(length({l}) > 3 and length({r}) > 3 and damerau_levenshtein({l}, {r}) <= 1) or jaro_winkler_similarity({l}, {r}) >= 0.92";
  private static final String SIMILAR = "jaro_winkler_similarity({l}, {r}) >= 0.8";

  /// "J" for "Jennifer", "Mary" for "Mary Ann".
  private static final String STARTS =
      "((length({l}) = 1 and starts_with({r}, {l})) or (length({r}) = 1 and starts_with({l}, {r})) or starts_with({r}, {l} || ' ') or starts_with({l}, {r} || ' '))";

  /// One slip, or a short form: the same three letters and no more than two of its own.
  private static final String ALIKE =
      "((least(length({l}), length({r})) >= 3 and {l}[1:greatest(3, least(length({l}), length({r})) - 2)] = {r}[1:greatest(3, least(length({l}), length({r})) - 2)]) or (least(length({l}), length({r})) > 1 and damerau_levenshtein({l}, {r}) <= 1))";

  /// The same of the first of several names.
  private static final String FIRST_ALIKE =
      "((contains({l}, ' ') or contains({r}, ' ')) and ("
          + (STARTS + " or " + SIMILAR + " or " + ALIKE)
              .replace("{l}", "split_part({l}, ' ', 1)")
              .replace("{r}", "split_part({r}, ' ', 1)")
          + "))";

  private static final String SIMILAR_FORENAME =
      STARTS + " or " + SIMILAR + " or " + ALIKE + " or " + FIRST_ALIKE;

  private static final String DATES = "length({l}) = 8 and length({r}) = 8 and ";
  private static final String DAYS =
      "({x}[1:4]::int * 365 + {x}[1:4]::int // 4 + greatest({x}[5:6]::int * 306 - 5, 0) // 10 + {x}[7:8]::int)";

  private final String sameName;

  Conditions(Nicknames nicknames) {
    var groups =
        nicknames.groupsOfNames().entrySet().stream()
            .map(e -> "'" + e.getKey().replace("'", "''") + "': " + e.getValue())
            .collect(Collectors.joining(", ", "map {", "}"));
    sameName = "list_has_any(" + groups + "[{l}], " + groups + "[{r}])";
  }

  String missing(Field field) {
    return filled("{l} is null or {r} is null", field);
  }

  String of(Field field, Level level) {
    return switch (level) {
      case MISSING -> missing(field);
      case EXACT -> filled("{l} = {r}", field);
      case SAME_NAME -> filled(sameName, field);
      case CLOSE -> filled(close(field), field);
      case SIMILAR -> filled(field == Field.FORENAME ? SIMILAR_FORENAME : SIMILAR, field);
      case SWAPPED -> "\"forename_l\" = \"surname_r\" and \"surname_l\" = \"forename_r\"";
      case PARTLY ->
          filled(
              "(contains({l}, ' ') or contains({r}, ' ')) and list_has_any(regexp_extract_all({l}, '[^ ]{3,}'), regexp_extract_all({r}, '[^ ]{3,}'))",
              field);
      case DAY_MONTH ->
          filled(
              DATES + "{l}[1:4] = {r}[1:4] and {l}[5:6] = {r}[7:8] and {l}[7:8] = {r}[5:6]", field);
      case ONE_DIGIT ->
          filled(
              (field == Field.BIRTH_DATE ? DATES : "") + "damerau_levenshtein({l}, {r}) <= 1",
              field);
      case TWO_PARTS ->
          filled(
              DATES
                  + "({l}[1:4] = {r}[1:4])::int + ({l}[5:6] = {r}[5:6])::int + ({l}[7:8] = {r}[7:8])::int = 2",
              field);
      case ONE_YEAR ->
          filled(
              DATES
                  + "abs("
                  + DAYS.replace("{x}", "{l}")
                  + " - "
                  + DAYS.replace("{x}", "{r}")
                  + ") <= 366",
              field);
      case SECTOR -> filled(postcode(2), field);
      case DISTRICT -> filled(postcode(3), field);
      case TWO_DIGITS ->
          filled(
              "length({l}) > 4 and length({r}) > 4 and damerau_levenshtein({l}, {r}) <= 2", field);
      case SAME_USER ->
          filled(
              "strpos({l}, '@') > 3 and contains({r}, '@') and split_part({l}, '@', 1) = split_part({r}, '@', 1)",
              field);
      case DIFFERENT -> "ELSE";
    };
  }

  private String close(Field field) {
    return switch (field) {
      case FORENAME -> "not " + STARTS + " and (" + CLOSE + ")";
      case SURNAME -> sameName + " or " + CLOSE;
      default -> CLOSE;
    };
  }

  /// All signs the same but so many at the end.
  private static String postcode(int but) {
    return "length({l}) >= 5 and length({l}) = length({r}) and {l}[1:length({l}) - %d] = {r}[1:length({r}) - %d]"
        .formatted(but, but);
  }

  private static String filled(String condition, Field field) {
    return condition
        .replace("{l}", "\"" + field.column() + "_l\"")
        .replace("{r}", "\"" + field.column() + "_r\"");
  }
}
