package org.sightline.contexts.floorplans;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The list a new plan starts with (A43), kept in `contexts/starter-zones.csv`.
///
/// The last is always [#SOMEWHERE_ELSE] (practice.md, The room).
public final class StarterZones {

  public static final String SOMEWHERE_ELSE = "Somewhere else";

  private static final String FILE = "/contexts/starter-zones.csv";

  private StarterZones() {}

  public static List<StarterZone> all() {
    var file = Objects.requireNonNull(StarterZones.class.getResourceAsStream(FILE), FILE);
    try (var text = new InputStreamReader(file, StandardCharsets.UTF_8);
        var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      return rows.stream().map(StarterZones::zone).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FILE, e);
    }
  }

  private static StarterZone zone(NamedCsvRecord row) {
    return switch (row.getField("outside")) {
      case "yes" -> new StarterZone(row.getField("name"), true);
      case "no" -> new StarterZone(row.getField("name"), false);
      default ->
          throw new IllegalStateException(
              "%s, line %d: outside must be yes or no"
                  .formatted(FILE, row.getStartingLineNumber()));
    };
  }
}
