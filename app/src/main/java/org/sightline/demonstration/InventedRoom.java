package org.sightline.demonstration;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.Outline;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.kernel.Level;

/// A place of the invented school (`samples/engagement/rooms.csv`), and how invented students mark
/// it.
///
/// @param weights of red, yellow, green and blank
record InventedRoom(
    int floor,
    String name,
    Outline outline,
    Zone.Adults adults,
    Zone.Answer watched,
    Zone.Answer otherYears,
    boolean oneAdult,
    List<Integer> weights) {

  InventedRoom {
    weights = List.copyOf(weights);
  }

  static List<InventedRoom> all() {
    var file =
        Objects.requireNonNull(
            InventedRoom.class.getResourceAsStream("/samples/engagement/rooms.csv"));
    try (var text = new InputStreamReader(file, StandardCharsets.UTF_8);
        var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      return rows.stream().map(InventedRoom::room).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Zone zone() {
    return new Zone(
        ZoneKey.random(),
        floor,
        name,
        outline,
        adults,
        watched,
        otherYears,
        oneAdult,
        name.equals("Somewhere else"),
        null);
  }

  /// What one invented student marks, or `null` for no answer.
  ///
  /// @param calm how much calmer the place has become since: 0 as it was, 100 with no red at all
  @Nullable Level mark(SplittableRandom random, int calm) {
    int red = weights.get(0) * (100 - calm) / 100;
    int saved = weights.get(0) - red;
    int drawn = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
    if (drawn < red) {
      return Level.RED;
    }
    if (drawn < red + weights.get(1)) {
      return Level.YELLOW;
    }
    return drawn < red + weights.get(1) + weights.get(2) + saved ? Level.GREEN : null;
  }

  private static InventedRoom room(NamedCsvRecord row) {
    double left = percent(row, "across");
    double top = percent(row, "down");
    return new InventedRoom(
        Integer.parseInt(row.getField("floor")),
        row.getField("name"),
        Outline.rectangle(
            new Corner(left, top),
            new Corner(left + percent(row, "width"), top + percent(row, "height"))),
        Zone.Adults.valueOf(row.getField("adults")),
        Zone.Answer.valueOf(row.getField("watched")),
        Zone.Answer.valueOf(row.getField("other_years")),
        row.getField("one_adult").equals("yes"),
        List.of("red", "yellow", "green", "blank").stream()
            .map(level -> Integer.parseInt(row.getField(level)))
            .toList());
  }

  private static double percent(NamedCsvRecord row, String field) {
    return Integer.parseInt(row.getField(field)) / 100.0;
  }
}
