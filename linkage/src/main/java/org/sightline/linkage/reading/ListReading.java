package org.sightline.linkage.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.sightline.linkage.Workers;

/// Reads a list: finds out what make it is, checks its headings, and reads the wanted columns on
/// several threads.
public final class ListReading {

  private static final int HEAD = 1 << 16;
  private static final int LONGEST_HEADINGS = 4 << 20;

  private ListReading() {}

  /// @param wanted from the headings to the places of the columns to read
  public static Table read(
      String name, Path file, Function<List<String>, int[]> wanted, Workers workers) {
    if (!Files.isRegularFile(file)) {
      throw new Refusal("The list %s is not there, or is not a file.".formatted(name));
    }
    try {
      return read(name, Bytes.of(file), wanted, workers);
    } catch (IOException unreadable) {
      throw new Refusal("The list %s cannot be opened; may this account read it?".formatted(name));
    }
  }

  public static Table read(
      String name, Bytes raw, Function<List<String>, int[]> wanted, Workers workers) {
    if (raw.size() == 0) {
      throw new Refusal("The list %s is empty.".formatted(name));
    }
    var text = Makes.asText(name, raw);
    var bytes = text.bytes();
    var head = new byte[(int) Math.min(HEAD, bytes.size())];
    int length = bytes.read(0, head, head.length);
    var dialect = Dialect.detect(head, length);
    var headings = headings(name, bytes, dialect);
    int[] columns = wanted.apply(headings);
    var slices = new Slices(bytes, dialect).from(dialect.start(), workers);
    var source = new Source(bytes, dialect, slices, headings.size());
    var parts = parts(source, columns, workers);
    return new Table(
        name,
        headings,
        columns,
        parts,
        List.copyOf(Table.refusals(name, parts)),
        text.sheetsLeft(),
        source);
  }

  private static List<Part> parts(Source source, int[] columns, Workers workers) {
    var parts = new Part[source.slices()];
    var spare = ThreadLocal.withInitial(() -> new byte[Slices.SIZE + Slices.LONGEST_ROW]);
    boolean large = parts.length > 1;
    workers.run(
        parts.length,
        slice -> {
          var part = new Part(columns.length, large ? Slices.SIZE / 64 : 256);
          source.walk(
              slice,
              row -> part.take(row, columns),
              part::skip,
              large ? spare::get : () -> new byte[0]);
          parts[slice] = part;
        });
    return Arrays.asList(parts);
  }

  private static List<String> headings(String name, Bytes bytes, Dialect dialect) {
    int most = (int) Math.min(LONGEST_HEADINGS, bytes.size() - dialect.start());
    var buffer = new byte[most];
    int length = bytes.read(dialect.start(), buffer, most);
    var rows = new Rows(dialect);
    rows.over(buffer, 0, length);
    if (!rows.next() || rows.isAtEnd() && bytes.size() - dialect.start() > most) {
      throw new Refusal(
          "The list %s has no row of headings within its first four megabytes.".formatted(name));
    }
    if (rows.hasNul()) {
      throw new Refusal(
          "The headings of the list %s hold NUL bytes; save it as CSV in UTF-8.".formatted(name));
    }
    var headings = new ArrayList<String>();
    for (int cell = 0; cell < rows.cells(); cell++) {
      headings.add(rows.text(cell).strip());
    }
    while (headings.size() > 1 && headings.getLast().isEmpty()) {
      headings.removeLast();
    }
    return List.copyOf(headings);
  }
}
