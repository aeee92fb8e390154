package org.sightline.linkage.weighing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.cleaning.Headings;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.comparing.Nicknames;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.weighing.Model.Families;
import org.sightline.linkage.weighing.Model.FieldModel;
import org.sightline.linkage.weighing.Model.LevelModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Models in the shape of Splink's settings, so that anybody can check us against it: comparisons
/// of levels, each with its condition in SQL, m and u
/// (<https://moj-analytical-services.github.io/splink/api_docs/settings_dict_guide.html>).
///
/// A file of Splink's own is read by the conditions of its levels ([SplinkLevels]) and by the usual
/// names of its columns; what it compares and we do not know is passed over. One of ours is known
/// by the labels of its levels. What has no place there stands under `sightline`: the version, and
/// how many twins, brothers and sisters there are. That the surname of swapped names weighs
/// nothing, and frequencies without the pair itself, are of the engine.
public final class SplinkSettings {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String TWINS = "twins_for_each_record";
  private static final String SIBLINGS = "siblings_for_each_record";

  private static final List<List<Field>> BLOCKED_ON =
      List.of(
          List.of(Field.FORENAME, Field.SURNAME),
          List.of(Field.SURNAME, Field.BIRTH_DATE),
          List.of(Field.FORENAME, Field.BIRTH_DATE),
          List.of(Field.BIRTH_DATE, Field.POSTCODE),
          List.of(Field.FORENAME, Field.POSTCODE),
          List.of(Field.SURNAME, Field.POSTCODE),
          List.of(Field.EMAIL),
          List.of(Field.PHONE));

  private SplinkSettings() {}

  public static Model read(String json) {
    try {
      return read(JSON.readTree(json));
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("The model is not JSON.");
    }
  }

  /// @param nicknames which names are forms of one another; they become part of a condition
  public static String write(Model model, Nicknames nicknames) {
    var conditions = new Conditions(nicknames);
    ObjectNode root = JSON.createObjectNode();
    root.put("link_type", "link_and_dedupe");
    root.put("sql_dialect", "duckdb");
    root.put("unique_id_column_name", "unique_id");
    root.put("probability_two_random_records_match", model.probabilityTwoRandomRecordsMatch());
    blockingRules(model, root.putArray("blocking_rules_to_generate_predictions"));
    var comparisons = root.putArray("comparisons");
    for (var field : model.fields()) {
      var comparison = comparisons.addObject();
      comparison.put("output_column_name", field.field().column());
      var levels = comparison.putArray("comparison_levels");
      levels
          .addObject()
          .put("sql_condition", conditions.missing(field.field()))
          .put("label_for_charts", Level.MISSING.label())
          .put("is_null_level", true);
      field.levels().forEach(level -> put(levels.addObject(), field.field(), level, conditions));
    }
    root.putObject("sightline")
        .put("version", model.version())
        .put(TWINS, model.families().twins())
        .put(SIBLINGS, model.families().siblings());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /// Two fields that are equal, of those that most lists have: the nearest that Splink can do to
  /// the engine's own rules, which also know sounds and forms of names.
  private static void blockingRules(Model model, ArrayNode rules) {
    for (var pair : BLOCKED_ON) {
      if (pair.stream().allMatch(field -> model.of(field) != null)) {
        rules
            .addObject()
            .put(
                "blocking_rule",
                pair.stream()
                    .map(f -> "l.\"%s\" = r.\"%s\"".formatted(f.column(), f.column()))
                    .collect(Collectors.joining(" AND ")))
            .put("sql_dialect", "duckdb");
      }
    }
  }

  private static void put(ObjectNode to, Field field, LevelModel level, Conditions conditions) {
    to.put("sql_condition", conditions.of(field, level.level()));
    to.put("label_for_charts", level.level().label());
    to.put("m_probability", level.m());
    to.put("u_probability", level.u());
    if (level.level() == Level.EXACT && Weights.hasTermFrequencies(field)) {
      to.put("tf_adjustment_column", field.column());
      to.put("tf_adjustment_weight", 1.0);
    }
  }

  private static Model read(JsonNode root) {
    var fields = new ArrayList<FieldModel>();
    var unknown = new ArrayList<String>();
    for (var comparison : root.path("comparisons")) {
      var column = column(comparison);
      var field = fieldOf(column);
      if (field == null) {
        unknown.add(column);
      } else if (fields.stream().anyMatch(f -> f.field() == field)) {
        throw new IllegalArgumentException(
            "The model compares the %s twice; keep one of the comparisons."
                .formatted(field.label()));
      } else {
        fields.add(new FieldModel(field, levels(field, column, comparison)));
      }
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException(
          unknown.isEmpty()
              ? "The model has no comparisons."
              : "The model compares a column we do not know and no other; an output_column_name must be one of forename, surname, birth_date and the like.");
    }
    return new Model(
        root.path("sightline").path("version").asString("of Splink, without a version"),
        root.path("probability_two_random_records_match").asDouble(1e-4),
        fields,
        new Families(
            root.path("sightline").path(TWINS).asDouble(Thresholds.TWINS_FOR_EACH_RECORD),
            root.path("sightline").path(SIBLINGS).asDouble(Thresholds.SIBLINGS_FOR_EACH_RECORD)));
  }

  private static List<LevelModel> levels(Field field, String column, JsonNode comparison) {
    var byLabel = new HashMap<String, JsonNode>();
    for (var level : comparison.path("comparison_levels")) {
      byLabel.put(level.path("label_for_charts").asString(""), level);
    }
    var expected = Patterns.levelsOf(field);
    var ours = expected.subList(1, expected.size());
    if (!ours.stream().allMatch(level -> byLabel.containsKey(level.label()))) {
      return SplinkLevels.of(field, column, comparison.path("comparison_levels"));
    }
    return ours.stream()
        .map(
            level -> {
              var found = Objects.requireNonNull(byLabel.get(level.label()));
              return new LevelModel(
                  level,
                  found.path("m_probability").asDouble(0),
                  found.path("u_probability").asDouble(0));
            })
        .toList();
  }

  private static String column(JsonNode comparison) {
    var column = comparison.path("output_column_name").asString("");
    return column.isEmpty() ? comparison.path("column_name").asString("") : column;
  }

  /// By our own name of it, or by any heading a list could give it.
  private static @Nullable Field fieldOf(String column) {
    for (var field : Field.values()) {
      if (field.column().equals(column) && field != Field.FULL_NAME) {
        return field;
      }
    }
    var field = Headings.fieldOf(column);
    return field == Field.FULL_NAME ? null : field;
  }
}
