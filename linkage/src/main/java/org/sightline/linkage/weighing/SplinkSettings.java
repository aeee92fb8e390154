package org.sightline.linkage.weighing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.sightline.linkage.cleaning.Field;
import org.sightline.linkage.comparing.Level;
import org.sightline.linkage.comparing.Patterns;
import org.sightline.linkage.weighing.Model.FieldModel;
import org.sightline.linkage.weighing.Model.LevelModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Models in the shape of Splink's settings, so that anybody can check us against it: comparisons
/// of levels, each with its condition in SQL, m and u
/// (<https://moj-analytical-services.github.io/splink/api_docs/settings_dict_guide.html>).
///
/// Two things have no place there and stand under `sightline`: the version, and that the surname of
/// swapped names weighs nothing. Twins, and frequencies without the pair itself, are of the engine.
public final class SplinkSettings {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SplinkSettings() {}

  public static Model read(String json) {
    try {
      return read(JSON.readTree(json));
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("The model is not JSON.");
    }
  }

  public static String write(Model model) {
    ObjectNode root = JSON.createObjectNode();
    root.put("link_type", "link_and_dedupe");
    root.put("sql_dialect", "duckdb");
    root.put("unique_id_column_name", "unique_id");
    root.put("probability_two_random_records_match", model.probabilityTwoRandomRecordsMatch());
    var comparisons = root.putArray("comparisons");
    for (var field : model.fields()) {
      var comparison = comparisons.addObject();
      comparison.put("output_column_name", field.field().column());
      var levels = comparison.putArray("comparison_levels");
      levels
          .addObject()
          .put("sql_condition", Conditions.missing(field.field()))
          .put("label_for_charts", Level.MISSING.label())
          .put("is_null_level", true);
      field.levels().forEach(level -> put(levels.addObject(), field.field(), level));
    }
    root.putObject("sightline").put("version", model.version());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void put(ObjectNode to, Field field, LevelModel level) {
    to.put("sql_condition", Conditions.of(field, level.level()));
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
    for (var comparison : root.path("comparisons")) {
      fields.add(field(comparison));
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("The model has no comparisons.");
    }
    return new Model(
        root.path("sightline").path("version").asString("of Splink, without a version"),
        root.path("probability_two_random_records_match").asDouble(1e-4),
        fields);
  }

  private static FieldModel field(JsonNode comparison) {
    var column = comparison.path("output_column_name").asString("");
    var field = fieldOf(column);
    var byLabel = new HashMap<String, JsonNode>();
    for (var level : comparison.path("comparison_levels")) {
      byLabel.put(level.path("label_for_charts").asString(""), level);
    }
    var expected = Patterns.levelsOf(field);
    var levels = new ArrayList<LevelModel>();
    for (var level : expected.subList(1, expected.size())) {
      var found = byLabel.get(level.label());
      if (found == null) {
        throw new IllegalArgumentException(
            "The model's comparison of %s has no level \"%s\"; its levels must be %s."
                .formatted(column, level.label(), labels(expected)));
      }
      levels.add(
          new LevelModel(
              level,
              found.path("m_probability").asDouble(0),
              found.path("u_probability").asDouble(0)));
    }
    return new FieldModel(field, levels);
  }

  private static Field fieldOf(String column) {
    for (var field : Field.values()) {
      if (field.column().equals(column) && field != Field.FULL_NAME) {
        return field;
      }
    }
    throw new IllegalArgumentException(
        "The model compares a column we do not know: its output_column_name must be one of forename, surname, birth_date and the like.");
  }

  private static List<String> labels(List<Level> levels) {
    return levels.stream().skip(1).map(l -> '"' + l.label() + '"').toList();
  }
}
