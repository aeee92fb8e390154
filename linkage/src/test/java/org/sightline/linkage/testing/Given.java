package org.sightline.linkage.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// Tables of given and expected that a data manager can read.
public final class Given {

  private Given() {}

  public static List<NamedCsvRecord> table(String name) {
    var stream =
        Objects.requireNonNull(Given.class.getResourceAsStream("/org/sightline/linkage/" + name));
    try (var reader =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
