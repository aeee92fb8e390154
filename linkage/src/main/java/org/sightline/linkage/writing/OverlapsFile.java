package org.sightline.linkage.writing;

import java.util.List;
import org.sightline.linkage.Linkage;
import org.sightline.linkage.counting.Overlaps;
import org.sightline.linkage.counting.Overlaps.OfLists;
import org.sightline.linkage.counting.Overlaps.Range;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `overlaps.json`: how many people, on which lists, with ranges.
public final class OverlapsFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OverlapsFile() {}

  public static String text(Overlaps overlaps, Linkage linkage) {
    ObjectNode root = JSON.createObjectNode();
    var lists = root.putArray("lists");
    for (int i = 0; i < overlaps.lists().size(); i++) {
      var list = overlaps.lists().get(i);
      var each = lists.addObject().put("name", list.name()).put("rows", list.rows());
      each.put("people", Math.round(list.people().expected()));
      var columns = linkage.columnsOf(linkage.tables().get(i));
      columns.compared().forEach(each.putArray("compared")::add);
      columns.others().forEach(each.putArray("notCompared")::add);
      each.put("sheetsNotRead", linkage.tables().get(i).sheetsLeft());
    }
    put(root.putObject("distinct"), overlaps.distinct());
    put(root.putArray("intersections"), overlaps.intersections());
    put(root.putArray("exactly"), overlaps.exactly());
    root.put("model", linkage.model().version());
    root.put("samePersonFrom", linkage.line().same());
    root.put("reviewFrom", linkage.line().review());
    root.put("refusedRows", linkage.tables().stream().mapToLong(t -> t.refused().size()).sum());
    root.put("refusedValues", linkage.refusedValues().size());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void put(ArrayNode array, List<OfLists> all) {
    for (var each : all) {
      var node = array.addObject();
      var names = node.putArray("lists");
      each.lists().forEach(names::add);
      put(node, each.people());
    }
  }

  private static void put(ObjectNode node, Range range) {
    node.put("expected", range.expected());
    node.put("low", range.low());
    node.put("high", range.high());
    node.put("exactJoin", range.exactJoin());
  }
}
