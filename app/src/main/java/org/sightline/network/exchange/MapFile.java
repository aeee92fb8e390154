package org.sightline.network.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.tables.Table;
import org.sightline.documents.tables.TableLimits;
import org.sightline.documents.tables.TableReading;
import org.sightline.documents.tables.UnreadableTable;

/// A file somebody brought, looked at far enough to know what it is. The bytes are believed, the
/// name only for the kind of line that Network Canvas puts there.
public final class MapFile {

  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
  private static final Pattern KIND_IN_NAME = Pattern.compile("_edgeList_([^.]+)\\.csv\\z");

  /// What a file is.
  public enum Format {
    GRAPHML,
    GEXF,
    ANALYST,
    PAJEK,
    MATRIX,
    LINES,
    PEOPLE
  }

  private final String name;
  private final byte[] bytes;
  private final Format format;
  private final @Nullable Table table;
  private final List<String> headings;

  private MapFile(String name, byte[] bytes, Format format, @Nullable Table table)
      throws UnreadableMap {
    this.name = name;
    this.bytes = bytes;
    this.format = format;
    this.table = table;
    this.headings = table == null ? Attributes.ofLines(picture()) : table.rows().getFirst().cells();
  }

  /// @throws UnreadableMap when it is nothing we can read
  public static MapFile of(String name, byte[] bytes) throws UnreadableMap {
    if (bytes.length > MapLimits.BYTES) {
      throw new UnreadableMap(
          "The file has more than %d MB.".formatted(MapLimits.BYTES / 1_000_000));
    }
    var start =
        new String(
            bytes, 0, Math.min(bytes.length, 4_000), java.nio.charset.StandardCharsets.ISO_8859_1);
    if (start
        .replace("\u0000", "")
        .stripLeading()
        .matches("(?s)(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?<.*")) {
      return new MapFile(name, bytes, xml(bytes), null);
    }
    if (Pajek.isOne(start.replace("\u00EF\u00BB\u00BF", ""))) {
      return new MapFile(name, bytes, Format.PAJEK, null);
    }
    var table = table(bytes);
    if (Matrix.isOne(table)) {
      return new MapFile(name, bytes, Format.MATRIX, table);
    }
    boolean lines = Columns.guess(table.rows().getFirst().cells()).isOfLines();
    return lines
        ? new MapFile(name, bytes, Format.LINES, Ticked.together(table))
        : new MapFile(name, bytes, Format.PEOPLE, table);
  }

  public Format format() {
    return format;
  }

  public String name() {
    return name;
  }

  /// The headings of a list or table; of a picture, what it calls the things it says of its lines.
  public List<String> headings() {
    return headings;
  }

  /// Whether it can say who says so of a line, and when: a list of lines, or a picture whose lines
  /// carry more than their ends.
  public boolean saysOfLines() {
    return format == Format.LINES || table == null && !headings.isEmpty();
  }

  /// Under which headings it seems to say so.
  public Columns.Said suggestedSaid() {
    return saysOfLines() ? Columns.said(headings) : Columns.Said.NOWHERE;
  }

  /// What the headings suggest, for a list.
  public Columns suggested() {
    return Columns.guess(headings());
  }

  /// Reads a file that makes a picture by itself, whatever day it names.
  public Incoming read(Directions directions) throws UnreadableMap {
    return read(directions, suggestedSaid(), LAST_DAY);
  }

  /// Reads a file that makes a picture by itself.
  ///
  /// @param said under which of the headings a picture says who says so, and when
  /// @param today the last day on which anything can have been seen or heard
  public Incoming read(Directions directions, Columns.Said said, LocalDate today)
      throws UnreadableMap {
    return switch (format) {
      case MATRIX -> Matrix.read(rows(), directions);
      case LINES, PEOPLE -> together(List.of(this), List.of(suggested()), today);
      default -> new Attributes(headings, said, today).read(picture());
    };
  }

  private Incoming picture() throws UnreadableMap {
    return switch (format) {
      case GRAPHML -> Ticked.together(Graphml.read(bytes));
      case GEXF -> Gexf.read(bytes);
      case ANALYST -> Analyst.read(bytes);
      case PAJEK -> Pajek.read(text());
      default -> throw new IllegalStateException(format + " is a table");
    };
  }

  /// Reads several lists as one picture, whatever day they name.
  ///
  /// @param files lists only
  /// @param columns one for each file
  public static Incoming together(List<MapFile> files, List<Columns> columns) throws UnreadableMap {
    return together(files, columns, LAST_DAY);
  }

  /// Reads several lists as one picture: those of people first, whatever their order.
  ///
  /// @param files lists only
  /// @param columns one for each file
  /// @param today the last day on which anything can have been seen or heard
  public static Incoming together(List<MapFile> files, List<Columns> columns, LocalDate today)
      throws UnreadableMap {
    var lists = new Lists(today);
    var order = new ArrayList<Integer>();
    for (int i = 0; i < files.size(); i++) {
      if (files.get(i).table == null || files.get(i).format == Format.MATRIX) {
        throw new UnreadableMap(
            "The file number %d is no list. Bring it by itself.".formatted(i + 1));
      }
      order.add(columns.get(i).isOfLines() ? order.size() : 0, i);
    }
    for (int i : order) {
      var kind = KIND_IN_NAME.matcher(files.get(i).name);
      lists.add(
          files.size() > 1 ? files.get(i).name : "",
          files.get(i).rows(),
          columns.get(i),
          kind.find() ? kind.group(1) : "");
    }
    return lists.done();
  }

  private Table rows() {
    if (table == null) {
      throw new IllegalStateException(format + " has no rows");
    }
    return table;
  }

  private String text() {
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Table table(byte[] bytes) throws UnreadableMap {
    try {
      boolean isText = bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K';
      return OwnMarks.without(new TableReading(TableLimits.USUAL).read(bytes), isText);
    } catch (UnreadableTable unreadable) {
      throw new UnreadableMap(unreadable.sentence());
    }
  }

  private static Format xml(byte[] bytes) throws UnreadableMap {
    var xml = SafeXml.over(bytes);
    xml.next();
    if (xml.starts("graphml")) {
      return Format.GRAPHML;
    }
    if (xml.starts("gexf")) {
      return Format.GEXF;
    }
    if (xml.starts("Chart")) {
      return Format.ANALYST;
    }
    throw new UnreadableMap(
        "This is an XML file, and neither GraphML, GEXF nor an Analyst's Notebook exchange file.");
  }
}
