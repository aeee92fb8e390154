package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.Shown.Cell;
import org.sightline.engagement.results.ZoneTally.AdultPresence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Tables as the database keeps them. A cell is its number, `"fewer"` or `"held"`; a row without
/// cells is its band or `"too-few"`.
final class TableJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FEWER = "fewer";
  private static final String HELD = "held";
  private static final String TOO_FEW = "too-few";

  private TableJson() {}

  static String print(OutwardTable table) {
    var json = JSON.createObjectNode();
    json.put("publication", table.publication()).put("maps", table.maps());
    var rows = json.putArray("rows");
    for (var row : table.rows()) {
      var node = rows.addObject();
      node.put("zone", row.zone().value()).put("madeIn", row.madeIn()).put("maps", row.maps());
      print(node, row.shown());
    }
    return json.toString();
  }

  private static void print(ObjectNode node, Shown shown) {
    switch (shown) {
      case Shown.Counts counts -> {
        var cells = node.putArray("cells");
        List.of(counts.red(), counts.yellow(), counts.green(), counts.noAnswer())
            .forEach(cell -> print(cells, cell));
      }
      case Shown.Banded banded -> node.put("shown", banded.band().name());
      case Shown.NotEnoughAnswers _ -> node.put("shown", TOO_FEW);
    }
  }

  private static void print(ArrayNode cells, Cell cell) {
    switch (cell) {
      case Cell.Exact exact -> cells.add(exact.count());
      case Cell.Fewer _ -> cells.add(FEWER);
      case Cell.NotShown _ -> cells.add(HELD);
    }
  }

  static OutwardTable outward(String text) {
    var json = JSON.readTree(text);
    var rows = new ArrayList<OutwardRow>();
    for (var row : json.get("rows")) {
      rows.add(
          new OutwardRow(
              zone(row), row.get("madeIn").asInt(), row.get("maps").asInt(), shown(row)));
    }
    return new OutwardTable(json.get("publication").asInt(), json.get("maps").asInt(), rows);
  }

  private static Shown shown(JsonNode row) {
    var cells = row.get("cells");
    if (cells != null) {
      return new Shown.Counts(
          cell(cells.get(0)), cell(cells.get(1)), cell(cells.get(2)), cell(cells.get(3)));
    }
    var word = row.get("shown").asString();
    return word.equals(TOO_FEW)
        ? new Shown.NotEnoughAnswers()
        : new Shown.Banded(Band.valueOf(word));
  }

  private static Cell cell(JsonNode node) {
    if (node.isNumber()) {
      return new Cell.Exact(node.asInt());
    }
    return node.asString().equals(FEWER) ? new Cell.Fewer() : new Cell.NotShown();
  }

  static String print(InwardTable table) {
    var json = JSON.createObjectNode();
    json.put("publication", table.publication()).put("maps", table.maps());
    var zones = json.putArray("zones");
    for (var zone : table.zones()) {
      var node = zones.addObject().put("zone", zone.zone().value());
      node.put("oneAdult", zone.oneAdultInCharge());
      if (zone.adults() != null) {
        node.put("adults", zone.adults().name());
      }
      if (zone.watched() != null) {
        node.put("watched", zone.watched());
      }
      if (zone.mainlyAnotherYear() != null) {
        node.put("anotherYear", zone.mainlyAnotherYear());
      }
      var tally = zone.tally();
      node.putArray("marks").add(tally.red()).add(tally.yellow()).add(tally.green());
    }
    return json.toString();
  }

  static InwardTable inward(String text) {
    var json = JSON.readTree(text);
    int maps = json.get("maps").asInt();
    var zones = new ArrayList<ZoneTally>();
    for (var zone : json.get("zones")) {
      var marks = zone.get("marks");
      zones.add(
          new ZoneTally(
              zone(zone),
              zone.get("oneAdult").asBoolean(),
              adults(zone.get("adults")),
              yes(zone, "watched"),
              yes(zone, "anotherYear"),
              new Tally(marks.get(0).asInt(), marks.get(1).asInt(), marks.get(2).asInt(), maps)));
    }
    return new InwardTable(json.get("publication").asInt(), maps, zones);
  }

  static String print(Breakdown breakdown) {
    var json = JSON.createObjectNode();
    json.put("dimension", breakdown.dimension().name()).put("publication", breakdown.publication());
    var rows = json.putArray("rows");
    for (var row : breakdown.rows()) {
      var node = rows.addObject().put("zone", row.zone().value());
      var bands = node.putArray("bands");
      row.bands()
          .forEach(
              (group, band) ->
                  bands.addObject().put("group", group.name()).put("band", band.name()));
    }
    return json.toString();
  }

  static Breakdown breakdown(String text) {
    var json = JSON.readTree(text);
    var rows = new ArrayList<Breakdown.Row>();
    for (var row : json.get("rows")) {
      var bands = new LinkedHashMap<Breakdown.Group, Band>();
      for (var each : row.get("bands")) {
        bands.put(
            new Breakdown.Group(each.get("group").asString()),
            Band.valueOf(each.get("band").asString()));
      }
      rows.add(new Breakdown.Row(zone(row), bands));
    }
    return new Breakdown(
        Breakdown.Dimension.valueOf(json.get("dimension").asString()),
        json.get("publication").asInt(),
        rows);
  }

  private static ZoneKey zone(JsonNode node) {
    return new ZoneKey(node.get("zone").asString());
  }

  /// Whether, or `null` where nobody has said, or had not been asked when the table was made.
  private static @Nullable Boolean yes(JsonNode zone, String question) {
    return zone.has(question) ? zone.get(question).asBoolean() : null;
  }

  private static @Nullable AdultPresence adults(@Nullable JsonNode node) {
    return node == null ? null : AdultPresence.valueOf(node.asString());
  }
}
