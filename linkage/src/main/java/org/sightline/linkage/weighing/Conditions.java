package org.sightline.linkage.weighing;

import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Level;

/// The condition of each level in DuckDB's SQL, over columns that were cleaned: birth dates are
/// eight digits. Conditions are tried in the order of the levels, as Splink does.
final class Conditions {

  private static final String ONE_EDIT = "damerau_levenshtein({l}, {r}) <= 1";
  private static final String ONE_EDIT_OF_LONG =
      "(length({l}) > 3 and length({r}) > 3 and damerau_levenshtein({l}, {r}) <= 1)";

  private Conditions() {}

  static String missing(Field field) {
    return filled("{l} is null or {r} is null", field);
  }

  static String of(Field field, Level level) {
    return switch (level) {
      case MISSING -> missing(field);
      case EXACT -> filled("{l} = {r}", field);
      case SAME_NAME -> filled("same_name({l}, {r})", field);
      case CLOSE ->
          filled(ONE_EDIT_OF_LONG + " or jaro_winkler_similarity({l}, {r}) >= 0.92", field);
      case SIMILAR -> filled("jaro_winkler_similarity({l}, {r}) >= 0.8", field);
      case SWAPPED -> "\"forename_l\" = \"surname_r\" and \"surname_l\" = \"forename_r\"";
      case PARTLY -> filled("list_has_any(string_split({l}, ' '), string_split({r}, ' '))", field);
      case DAY_MONTH ->
          filled("{l}[1:4] = {r}[1:4] and {l}[5:6] = {r}[7:8] and {l}[7:8] = {r}[5:6]", field);
      case ONE_DIGIT -> filled(ONE_EDIT, field);
      case TWO_PARTS ->
          filled(
              "({l}[1:4] = {r}[1:4])::int + ({l}[5:6] = {r}[5:6])::int + ({l}[7:8] = {r}[7:8])::int = 2",
              field);
      case ONE_YEAR ->
          filled(
              "abs(date_diff('day', strptime({l}, '%Y%m%d'), strptime({r}, '%Y%m%d'))) <= 366",
              field);
      case SECTOR -> filled("length({l}) = length({r}) and {l}[:-3] = {r}[:-3]", field);
      case DISTRICT -> filled("length({l}) = length({r}) and {l}[:-4] = {r}[:-4]", field);
      case TWO_DIGITS -> filled("damerau_levenshtein({l}, {r}) <= 2", field);
      case SAME_USER -> filled("split_part({l}, '@', 1) = split_part({r}, '@', 1)", field);
      case DIFFERENT -> "ELSE";
    };
  }

  private static String filled(String condition, Field field) {
    return condition
        .replace("{l}", "\"" + field.column() + "_l\"")
        .replace("{r}", "\"" + field.column() + "_r\"");
  }
}
