package org.sightline.engagement.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.OpenSheet;

/// A floor to touch, 1,000 units wide.
///
/// @param href of its picture, or `null` for labelled boxes
public record DrawnFloor(
    int position, String name, @Nullable String href, int height, List<DrawnZone> zones) {

  private static final int WIDTH = 1000;
  private static final int LARGEST = 40;
  private static final int SMALLEST = 20;
  private static final int NUMBER = 30;

  /// Width of a bold letter as a share of its size, erring on the wide side.
  private static final double LETTER = 0.66;

  public DrawnFloor {
    zones = List.copyOf(zones);
  }

  /// A zone to touch. Its name is written on it where it fits, otherwise its number is.
  ///
  /// @param number its place in plan order over all floors, from 1
  /// @param lines its name, or nothing when there is no room for it
  public record DrawnZone(
      String key,
      int number,
      String name,
      String points,
      int x,
      int y,
      int size,
      List<String> lines) {

    public DrawnZone {
      lines = List.copyOf(lines);
    }

    /// What is written on the zone.
    public List<String> written() {
      return lines.isEmpty() ? List.of(Integer.toString(number)) : lines;
    }
  }

  /// The zones that show a number, to be named under the plan.
  public List<DrawnZone> numbered() {
    return zones.stream().filter(zone -> zone.lines().isEmpty()).toList();
  }

  static DrawnFloor of(OpenSheet sheet, OpenSheet.Floor floor) {
    return of(sheet, floor, "/marking/floor/");
  }

  /// @param pictures address of the floors' pictures, to which the floor's position is added
  public static DrawnFloor of(OpenSheet sheet, OpenSheet.Floor floor, String pictures) {
    int height = Math.round((float) WIDTH * floor.height() / floor.width());
    return new DrawnFloor(
        floor.position(),
        floor.name(),
        floor.picture() ? pictures + floor.position() : null,
        height,
        sheet.zonesOn(floor).stream()
            .map(zone -> draw(zone, sheet.zones().indexOf(zone) + 1, height))
            .toList());
  }

  private static DrawnZone draw(OpenSheet.Place zone, int number, int height) {
    String points =
        zone.corners().stream()
            .map(c -> Math.round(c.x() * WIDTH) + "," + Math.round(c.y() * height))
            .collect(Collectors.joining(" "));
    double wide = spread(zone.corners().stream().map(c -> c.x() * WIDTH).toList());
    double high = spread(zone.corners().stream().map(c -> c.y() * height).toList());
    int x = Math.round((float) zone.label().x() * WIDTH);
    int y = Math.round((float) zone.label().y() * height);
    for (int size = LARGEST; size >= SMALLEST; size -= 2) {
      var lines = lines(zone.name(), size, wide * 0.92);
      if (!lines.isEmpty() && lines.size() * size * 1.15 <= high * 0.92) {
        return new DrawnZone(zone.key().toString(), number, zone.name(), points, x, y, size, lines);
      }
    }
    return new DrawnZone(
        zone.key().toString(), number, zone.name(), points, x, y, NUMBER, List.of());
  }

  /// The name broken between words, or nothing when a word alone is too wide.
  private static List<String> lines(String name, int size, double room) {
    int most = (int) (room / (size * LETTER));
    var lines = new ArrayList<String>();
    for (String word : name.strip().split("\\s+")) {
      if (word.length() > most) {
        return List.of();
      }
      String last = lines.isEmpty() ? "" : lines.getLast();
      if (!lines.isEmpty() && last.length() + 1 + word.length() <= most) {
        lines.set(lines.size() - 1, last + " " + word);
      } else {
        lines.add(word);
      }
    }
    return lines;
  }

  private static double spread(List<Double> values) {
    return values.stream().mapToDouble(v -> v).max().orElse(0)
        - values.stream().mapToDouble(v -> v).min().orElse(0);
  }
}
