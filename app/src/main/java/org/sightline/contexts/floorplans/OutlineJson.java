package org.sightline.contexts.floorplans;

import java.util.ArrayList;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Outlines as the drawing page sends them and the database keeps them: fractions,
/// `[[0.1,0.1],[0.4,0.1],[0.4,0.3]]`.
public final class OutlineJson {

  private static final int MAX_LENGTH = 10_000;
  private static final Drawn UNREADABLE =
      new Drawn.Refused("The drawing did not arrive whole: draw the zone again.");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OutlineJson() {}

  public static String print(Outline outline) {
    return outline.corners().stream()
        .map(corner -> "[%s,%s]".formatted(corner.x(), corner.y()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /// A last corner equal to the first, as drawing tools write closed rings, is dropped.
  public static Drawn parse(String json) {
    if (json.length() > MAX_LENGTH) {
      return UNREADABLE;
    }
    var corners = new ArrayList<Corner>();
    try {
      for (var pair : JSON.readTree(json)) {
        if (pair.size() != 2 || !pair.path(0).isNumber() || !pair.path(1).isNumber()) {
          return UNREADABLE;
        }
        corners.add(new Corner(pair.path(0).asDouble(), pair.path(1).asDouble()));
      }
    } catch (JacksonException e) {
      return UNREADABLE;
    }
    if (corners.size() > ZoneRules.MIN_CORNERS && corners.getFirst().equals(corners.getLast())) {
      corners.removeLast();
    }
    return Drawn.of(corners);
  }
}
