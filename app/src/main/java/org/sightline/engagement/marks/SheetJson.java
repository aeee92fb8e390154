package org.sightline.engagement.marks;

import java.util.List;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.marks.OpenSheet.Floor;
import org.sightline.engagement.marks.OpenSheet.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The plan of a sheet as the student schema keeps it.
record SheetJson(List<Integer> years, List<Floor> floors, List<Place> zones) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  String print() {
    var root = JSON.createObjectNode();
    var yearList = root.putArray("years");
    years.forEach(yearList::add);
    var floorList = root.putArray("floors");
    for (Floor floor : floors) {
      floorList
          .addObject()
          .put("position", floor.position())
          .put("name", floor.name())
          .put("width", floor.width())
          .put("height", floor.height())
          .put("picture", floor.picture());
    }
    var zoneList = root.putArray("zones");
    for (Place zone : zones) {
      var node = zoneList.addObject();
      node.put("key", zone.key().toString())
          .put("floor", zone.floor())
          .put("name", zone.name())
          .put("elsewhere", zone.elsewhere())
          .put("labelX", zone.label().x())
          .put("labelY", zone.label().y());
      var corners = node.putArray("corners");
      zone.corners().forEach(corner -> corners.addArray().add(corner.x()).add(corner.y()));
    }
    return JSON.writeValueAsString(root);
  }

  static SheetJson read(String json) {
    var root = JSON.readTree(json);
    return new SheetJson(
        root.path("years").valueStream().map(JsonNode::asInt).toList(),
        root.path("floors").valueStream().map(SheetJson::floor).toList(),
        root.path("zones").valueStream().map(SheetJson::zone).toList());
  }

  private static Floor floor(JsonNode node) {
    return new Floor(
        node.path("position").asInt(),
        node.path("name").asString(),
        node.path("width").asInt(),
        node.path("height").asInt(),
        node.path("picture").asBoolean());
  }

  private static Place zone(JsonNode node) {
    return new Place(
        ZoneKey.of(node.path("key").asString()),
        node.path("floor").asInt(),
        node.path("name").asString(),
        node.path("corners").valueStream().map(SheetJson::corner).toList(),
        new Corner(node.path("labelX").asDouble(), node.path("labelY").asDouble()),
        node.path("elsewhere").asBoolean());
  }

  private static Corner corner(JsonNode pair) {
    return new Corner(pair.path(0).asDouble(), pair.path(1).asDouble());
  }
}
