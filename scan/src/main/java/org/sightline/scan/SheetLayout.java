package org.sightline.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;

/// Where everything stands on a sheet, in millimetres from the top left of the page: what the
/// printer draws and the reader looks for.
///
/// @param version random, says nothing about anybody; printed in the code of every sheet
/// @param zones the places to colour; on a sheet without a plan their polygons are empty
/// @param boxes on a sheet without a plan: three for each zone
public record SheetLayout(
    String version,
    PageSize page,
    List<Marker> markers,
    Qr qr,
    List<KeyBox> key,
    List<Tick> ticks,
    List<Zone> zones,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LevelBox> boxes) {

  /// More places than anybody colours in one lesson.
  public static final int MOST_ZONES = 200;

  public SheetLayout {
    markers = List.copyOf(markers);
    key = List.copyOf(key);
    ticks = ticks == null ? List.of() : List.copyOf(ticks);
    zones = List.copyOf(zones);
    boxes = boxes == null ? List.of() : List.copyOf(boxes);
    if (!SheetCode.isVersion(version)) {
      throw new IllegalArgumentException("Not the version of a layout: " + version);
    }
    checkZones(zones);
  }

  /// Whether the places are a list and not a plan.
  public boolean isList() {
    return !boxes.isEmpty();
  }

  static void checkZones(List<Zone> zones) {
    if (zones.isEmpty() || zones.size() > MOST_ZONES) {
      throw new IllegalArgumentException(
          "A sheet has 1 to %d zones, not %d.".formatted(MOST_ZONES, zones.size()));
    }
    var seen = new HashSet<String>();
    for (var zone : zones) {
      if (!seen.add(zone.id())) {
        throw new IllegalArgumentException("Two zones have the id " + zone.id() + ".");
      }
    }
  }

  /// @param width in millimetres
  /// @param height in millimetres
  public record PageSize(double width, double height) {

    public PageSize {
      if (!(width > 0 && width < 1e6 && height > 0 && height < 1e6)) {
        throw new IllegalArgumentException(
            "A page cannot be %s by %s millimetres.".formatted(width, height));
      }
    }
  }

  /// A black square with a pattern of its own. Ids 0 to 7: top left, top, top right, right, bottom
  /// right, bottom, bottom left, left.
  public record Marker(int id, double x, double y, double size) {}

  public record Qr(double x, double y, double size) {}

  /// Filled by the student with the pencil they will use for this level.
  public record KeyBox(Level level, double x, double y, double width, double height) {}

  /// A box for the year group. Never for gender: that belongs to the session.
  public record Tick(String id, double x, double y, double size) {}

  /// @param polygon at least three corners, or none where the sheet has no plan
  public record Zone(String id, String label, List<Point> polygon) {

    public Zone {
      polygon = polygon == null ? List.of() : List.copyOf(polygon);
      if (id == null || id.isBlank() || id.length() > 200) {
        throw new IllegalArgumentException("A zone needs an id of 1 to 200 characters.");
      }
      label = label == null ? id : label;
      if (!polygon.isEmpty() && (polygon.size() < 3 || polygon.size() > 2000)) {
        throw new IllegalArgumentException(
            "The zone %s has %d corners. Give 3 to 2000.".formatted(id, polygon.size()));
      }
    }
  }

  /// On a sheet without a plan: the box to fill when the zone has this level.
  public record LevelBox(
      String zone, Level level, double x, double y, double width, double height) {}
}
