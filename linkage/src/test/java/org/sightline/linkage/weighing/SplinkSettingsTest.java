package org.sightline.linkage.weighing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Records;
import org.sightline.linkage.comparing.Kernel;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.comparing.Names;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.reading.ByteDictionary;
import org.sightline.linkage.testing.Given;
import org.sightline.linkage.weighing.Model.LevelModel;

/// Models from Splink and for Splink.
class SplinkSettingsTest {

  /// As Splink 4 saves a trained model.
  private static final String OF_SPLINK =
      """
      {"link_type": "link_only", "probability_two_random_records_match": 0.0002, "comparisons": [
       {"output_column_name": "first_name", "comparison_description": "jaro_winkler", "comparison_levels": [
        {"sql_condition": "\\"first_name_l\\" IS NULL OR \\"first_name_r\\" IS NULL", "label_for_charts": "first_name is NULL", "is_null_level": true},
        {"sql_condition": "\\"first_name_l\\" = \\"first_name_r\\"", "label_for_charts": "Exact match on first_name", "m_probability": 0.6, "u_probability": 0.005, "tf_adjustment_column": "first_name"},
        {"sql_condition": "jaro_winkler_similarity(\\"first_name_l\\", \\"first_name_r\\") >= 0.92", "label_for_charts": "Jaro-Winkler 0.92", "m_probability": 0.12, "u_probability": 0.002},
        {"sql_condition": "jaro_winkler_similarity(\\"first_name_l\\", \\"first_name_r\\") >= 0.9", "label_for_charts": "Jaro-Winkler 0.9", "m_probability": 0.08, "u_probability": 0.002},
        {"sql_condition": "jaro_winkler_similarity(\\"first_name_l\\", \\"first_name_r\\") >= 0.7", "label_for_charts": "Jaro-Winkler 0.7", "m_probability": 0.1, "u_probability": 0.04},
        {"sql_condition": "ELSE", "label_for_charts": "All other comparisons", "m_probability": 0.1, "u_probability": 0.951}]},
       {"output_column_name": "dob", "comparison_levels": [
        {"sql_condition": "\\"dob_l\\" IS NULL OR \\"dob_r\\" IS NULL", "label_for_charts": "NULL", "is_null_level": true},
        {"sql_condition": "\\"dob_l\\" = \\"dob_r\\"", "label_for_charts": "Exact", "m_probability": 0.8, "u_probability": 0.0003},
        {"sql_condition": "damerau_levenshtein(\\"dob_l\\", \\"dob_r\\") <= 1", "label_for_charts": "DL 1", "m_probability": 0.1, "u_probability": 0.001},
        {"sql_condition": "ABS(EPOCH(try_strptime(\\"dob_l\\", '%Y-%m-%d')) - EPOCH(try_strptime(\\"dob_r\\", '%Y-%m-%d'))) <= 31557600.0", "label_for_charts": "within a year", "m_probability": 0.05, "u_probability": 0.09},
        {"sql_condition": "ELSE", "label_for_charts": "Else", "m_probability": 0.05, "u_probability": 0.9087}]},
       {"output_column_name": "postcode", "comparison_levels": [
        {"sql_condition": "\\"postcode_l\\" = \\"postcode_r\\"", "label_for_charts": "Exact", "m_probability": 0.7, "u_probability": 0.0001},
        {"sql_condition": "NULLIF(regexp_extract(\\"postcode_l\\", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '') = NULLIF(regexp_extract(\\"postcode_r\\", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]? [0-9]', 0), '')", "label_for_charts": "sector", "m_probability": 0.1, "u_probability": 0.001},
        {"sql_condition": "NULLIF(regexp_extract(\\"postcode_l\\", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?', 0), '') = NULLIF(regexp_extract(\\"postcode_r\\", '^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?', 0), '')", "label_for_charts": "district", "m_probability": 0.05, "u_probability": 0.01},
        {"sql_condition": "NULLIF(regexp_extract(\\"postcode_l\\", '^[A-Za-z]{1,2}', 0), '') = NULLIF(regexp_extract(\\"postcode_r\\", '^[A-Za-z]{1,2}', 0), '')", "label_for_charts": "area", "m_probability": 0.05, "u_probability": 0.1},
        {"sql_condition": "ELSE", "label_for_charts": "Else", "m_probability": 0.1, "u_probability": 0.8889}]},
       {"output_column_name": "occupation", "comparison_levels": [
        {"sql_condition": "ELSE", "label_for_charts": "Else", "m_probability": 0.5, "u_probability": 0.5}]}]}
      """;

  @Test
  void aModelThatSplinkTrainedIsReadByItsConditions() {
    var model = SplinkSettings.read(OF_SPLINK);

    assertThat(model.probabilityTwoRandomRecordsMatch()).isEqualTo(0.0002);
    assertThat(model.fields())
        .extracting(f -> f.field())
        .containsExactly(Field.FORENAME, Field.BIRTH_DATE, Field.POSTCODE);
    assertThat(ratio(model, Field.FORENAME, Level.EXACT)).isCloseTo(120, offset(1e-6));
    assertThat(ratio(model, Field.FORENAME, Level.CLOSE)).isCloseTo(0.2 / 0.004, offset(1e-6));
    assertThat(ratio(model, Field.FORENAME, Level.SIMILAR)).isCloseTo(2.5, offset(1e-6));
    assertThat(ratio(model, Field.FORENAME, Level.SAME_NAME))
        .as("Splink takes a nickname for another name")
        .isCloseTo(0.1 / 0.951, offset(1e-6));
    assertThat(ratio(model, Field.BIRTH_DATE, Level.ONE_DIGIT)).isCloseTo(100, offset(1e-6));
    assertThat(ratio(model, Field.BIRTH_DATE, Level.TWO_PARTS))
        .isCloseTo(0.05 / 0.09, offset(1e-6));
    assertThat(ratio(model, Field.POSTCODE, Level.SECTOR)).isCloseTo(100, offset(1e-6));
    assertThat(ratio(model, Field.POSTCODE, Level.DISTRICT)).isCloseTo(5, offset(1e-6));
    assertThat(ratio(model, Field.POSTCODE, Level.DIFFERENT))
        .isCloseTo(0.15 / 0.9889, offset(1e-6));
    for (var field : model.fields()) {
      assertThat(field.levels().stream().mapToDouble(LevelModel::m).sum())
          .isCloseTo(1, offset(1e-3));
      assertThat(field.levels().stream().mapToDouble(LevelModel::u).sum())
          .isCloseTo(1, offset(1e-3));
    }
  }

  @Test
  void whatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> SplinkSettings.read(OF_SPLINK.replace("EPOCH", "odd")))
        .hasMessageContaining(
            "comparison of dob has a level \"within a year\" whose condition we do not know");
    assertThatThrownBy(() -> SplinkSettings.read(OF_SPLINK.replace("\"m_probability\": 0.6, ", "")))
        .hasMessageContaining("no m and u for \"Exact match on first_name\"; train it first");
    assertThatThrownBy(() -> SplinkSettings.read(OF_SPLINK.replace("\"dob\"", "\"given_name\"")))
        .hasMessageContaining("compares the forename twice");
  }

  @Test
  void oursSaysWhichRecordsSplinkIsToCompare() {
    assertThat(SplinkSettings.write(ShippedModel.read(), Nicknames.shipped()))
        .contains(
            "l.\\\"surname\\\" = r.\\\"surname\\\" AND l.\\\"birth_date\\\" = r.\\\"birth_date\\\"")
        .doesNotContain("same_name(");
  }

  private static double ratio(Model model, Field field, Level level) {
    return model.of(field).levels().stream()
        .filter(l -> l.level() == level)
        .mapToDouble(l -> l.m() / l.u())
        .findFirst()
        .orElseThrow();
  }

  /// Every condition we write, run by DuckDB as Splink would, beside the engine.
  @Test
  void everyConditionSaysWhatTheEngineSays() throws Exception {
    var conditions = new Conditions(Nicknames.shipped());
    var dice = new SplittableRandom(4);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      for (var field : EnumSet.complementOf(EnumSet.of(Field.FULL_NAME))) {
        var values = values(field, dice);
        var column = field.column();
        statement.execute("create or replace table v (\"%s\" varchar)".formatted(column));
        var appender = ((org.duckdb.DuckDBConnection) connection).createAppender("v");
        for (var value : values) {
          appender.beginRow();
          appender.append(value);
          appender.endRow();
        }
        appender.close();
        var cases = new StringBuilder("case");
        var levels = new ArrayList<>(Patterns.levelsOf(field));
        levels.remove(Level.SWAPPED);
        for (var level : levels) {
          var condition = conditions.of(field, level);
          cases.append(
              condition.equals("ELSE")
                  ? " else 'DIFFERENT' end"
                  : " when " + condition + " then '" + level + "'");
        }
        var dictionary = new ByteDictionary();
        int[] cells = values.stream().mapToInt(dictionary::codeOf).toArray();
        var records =
            new Records(
                List.of("A"),
                List.of(field),
                cells,
                List.of(dictionary),
                new int[] {0, cells.length});
        var patterns = new Patterns(List.of(field));
        var kernel = new Kernel(records, patterns, Names.of(records, Nicknames.shipped()));
        var seen = EnumSet.noneOf(Level.class);
        try (var rows =
            statement.executeQuery(
                "select a.\"%s\" as \"%s_l\", b.\"%s\" as \"%s_r\", a.rowid as l, b.rowid as r, %s from v a, v b"
                    .formatted(column, column, column, column, cases))) {
          while (rows.next()) {
            var ours = patterns.levelOf(kernel.pattern(rows.getInt(3), rows.getInt(4)), 0);
            seen.add(ours);
            assertThat(rows.getString(5))
                .as("%s: %s and %s", field, rows.getString(1), rows.getString(2))
                .isEqualTo(ours.name());
          }
        }
        levels.remove(Level.MISSING);
        assertThat(seen).as("levels of %s that came up", field).containsAll(levels);
      }
    }
  }

  /// The values of the table of comparisons, and each of them changed a little.
  private static List<String> values(Field field, SplittableRandom dice) {
    var values = new LinkedHashSet<String>();
    for (var row : Given.table("comparison.csv")) {
      if (row.getField("field").equals(field.name())) {
        values.add(row.getField("left"));
        values.add(row.getField("right"));
      }
    }
    values.addAll(
        switch (field) {
          case FORENAME ->
              List.of(
                  "o'neil",
                  "jo",
                  "je",
                  "ann",
                  "mary anne",
                  "will i am",
                  "mary lou",
                  "marianne",
                  "jon ann",
                  "william",
                  "bill",
                  "billy");
          case SURNAME ->
              List.of(
                  "ann",
                  "anna",
                  "de la cruz",
                  "de la mer",
                  "la cruz",
                  "al",
                  "smith-jones",
                  "lee",
                  "li");
          case TOWN, AREA -> List.of("luton", "luten", "lution", "leeds", "dunstable", "dunstabel");
          case ADDRESS, ADDRESS_2 ->
              List.of("12 high street", "12 high st", "21 high street", "the mill", "the hill");
          case NUMBER, HOUSE_NUMBER ->
              List.of("ab123456c", "ab123465c", "ab123456d", "xb123456d", "1", "12", "123", "7");
          case UPN, NHS_NUMBER -> List.of("9434765919", "9434765910");
          default -> List.of();
        });
    for (var value : List.copyOf(values)) {
      for (int i = 0; i < 6; i++) {
        var text = new StringBuilder(value);
        int at = dice.nextInt(text.length());
        char other = value.charAt(dice.nextInt(value.length()));
        switch (field == Field.BIRTH_DATE ? 3 : dice.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, other);
          case 2 -> text.reverse();
          default -> text.setCharAt(at, other);
        }
        if (!text.isEmpty() && !text.toString().isBlank()) {
          values.add(text.toString());
        }
      }
    }
    return List.copyOf(values);
  }
}
