package org.sightline.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.sightline.documents.Stamp;
import org.sightline.documents.tables.Table;
import org.sightline.documents.tables.TableLimits;
import org.sightline.documents.tables.TableReading;
import org.sightline.documents.tables.UnreadableTable;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The matrix as a spreadsheet, in and out (B30): a row for each young person, adult, group or
/// place, a column for each cell, a line in the cell for each statement.
@Component
class MatrixFile {

  private static final TableLimits LIMITS = new TableLimits(5_000_000, 50_000_000, 2_000, 40);
  private static final int LONGEST_LINE = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_LINES = 10_000;

  /// A cell of a workbook holds 32,767 letters.
  private static final int LONGEST_CELL = 32_000;

  private final Words words;
  private final MatrixLine lines;
  private final MatrixQuestions questions;

  MatrixFile(Words words, MatrixLine lines, MatrixQuestions questions) {
    this.words = words;
    this.lines = lines;
    this.questions = questions;
  }

  /// A file that was read: what can be taken in, and what cannot, each with a sentence that names
  /// file, row and value.
  public record Read(String file, List<Row> rows, List<String> refused) {}

  /// A row that can be taken in.
  ///
  /// @param number as the spreadsheet numbers it
  /// @param questions lines of the column of key questions
  public record Row(
      int number, Subject.Kind kind, String name, List<Line> lines, List<String> questions) {

    /// One that was kept before there was such a column has none.
    public Row {
      lines = List.copyOf(lines);
      questions = questions == null ? List.of() : List.copyOf(questions);
    }
  }

  /// One line of a cell.
  public record Line(Note.Cell cell, String words) {}

  List<String> header() {
    var header = new ArrayList<String>();
    header.add(words.say("network.matrix.kind"));
    header.add(words.say("network.matrix.name"));
    for (var cell : Note.Cell.values()) {
      header.add(words.say("network.cell." + cell));
    }
    header.add(words.say("network.matrix.questions"));
    return header;
  }

  List<List<String>> rows(List<Subject> subjects, List<Note> notes, List<KeyQuestion> asked) {
    return subjects.stream()
        .map(
            subject -> {
              var row = new ArrayList<String>();
              row.add(words.say("network.subject." + subject.kind()));
              row.add(subject.name());
              for (var cell : Note.Cell.values()) {
                row.add(
                    String.join(
                        "\n",
                        notes.stream()
                            .filter(note -> note.subject().equals(subject.id()))
                            .filter(note -> note.cell() == cell && !note.isOver())
                            .map(this::line)
                            .toList()));
              }
              row.add(questions.write(asked, subject.id()));
              return (List<String>) row;
            })
        .toList();
  }

  /// A statement on one line.
  String line(Note note) {
    return lines.write(note);
  }

  /// As a workbook: every cell is text, so that nothing typed is ever worked out.
  byte[] workbook(List<List<String>> rows, Stamp stamp) {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "Sightline", "1.0")) {
      var sheet = book.newWorksheet(words.say("network.matrix.title"));
      var header = new ArrayList<>(header());
      header.add(stamp.line() + " " + stamp.printedCode());
      for (int column = 0; column < header.size(); column++) {
        sheet.value(0, column, header.get(column));
        sheet.style(0, column).bold().wrapText(true).set();
        sheet.width(column, column < 2 ? 22 : 45);
      }
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row + 1, column, fitting(rows.get(row).get(column)));
          sheet.style(row + 1, column).wrapText(true).set();
        }
        sheet.value(row + 1, rows.get(row).size(), stamp.printedCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// @param file what the file is called, for the sentences
  /// @throws UnreadableTable when it is no table at all, or has no column for names
  Read read(String file, byte[] content) throws UnreadableTable {
    var table = new TableReading(LIMITS).read(content);
    var header = table.rows().getFirst();
    int kind = column(header, words.say("network.matrix.kind"));
    int name = column(header, words.say("network.matrix.name"));
    if (name < 0) {
      throw new UnreadableTable(
          words.say("network.matrix.no-names", file, words.say("network.matrix.name")));
    }
    var cells = new EnumMap<Note.Cell, Integer>(Note.Cell.class);
    for (var cell : Note.Cell.values()) {
      int column = column(header, words.say("network.cell." + cell));
      if (column >= 0) {
        cells.put(cell, column);
      }
    }
    int asked = column(header, words.say("network.matrix.questions"));
    var rows = new ArrayList<Row>();
    var refused = new ArrayList<String>();
    unknownColumns(file, header, refused);
    var seen = new java.util.HashSet<String>();
    for (var row : table.rows().subList(1, table.rows().size())) {
      row(file, row, kind, name, cells, asked, seen).ifPresent(rows::add);
      problem(file, row, kind, name, cells, rows, refused);
    }
    if (rows.stream().mapToInt(row -> row.lines().size()).sum() > MOST_LINES) {
      throw new UnreadableTable(words.say("network.matrix.too-many", file));
    }
    return new Read(file, rows, refused);
  }

  private void unknownColumns(String file, Table.Row header, List<String> refused) {
    var known = header().stream().map(one -> one.toLowerCase(Locale.UK)).toList();
    for (var title : header.cells()) {
      String plain = plain(title);
      boolean isStamp = plain.matches("(?s).*\\b[A-Z0-9]{4}(-[A-Z0-9]{4})+.*");
      if (!plain.isEmpty() && !isStamp && !known.contains(plain.toLowerCase(Locale.UK))) {
        refused.add(words.say("network.matrix.no-column", file, header.number(), plain));
      }
    }
  }

  private Optional<Row> row(
      String file,
      Table.Row row,
      int kind,
      int name,
      Map<Note.Cell, Integer> cells,
      int asked,
      Set<String> seen) {
    if (why(file, row, kind, name, cells).isPresent()) {
      return Optional.empty();
    }
    String called = plain(row.cell(name));
    var of = kind(kind < 0 ? "" : plain(row.cell(kind))).orElseThrow();
    if (!seen.add(of + called.toLowerCase(Locale.UK))) {
      return Optional.empty();
    }
    var lines = new ArrayList<Line>();
    cells.forEach(
        (cell, column) -> linesOf(row, column).forEach(line -> lines.add(new Line(cell, line))));
    return Optional.of(new Row(row.number(), of, called, lines, linesOf(row, asked)));
  }

  private static List<String> linesOf(Table.Row row, int column) {
    return column < 0
        ? List.of()
        : row.cell(column).lines().map(MatrixFile::plain).filter(line -> !line.isEmpty()).toList();
  }

  private void problem(
      String file,
      Table.Row row,
      int kind,
      int name,
      Map<Note.Cell, Integer> cells,
      List<Row> rows,
      List<String> refused) {
    why(file, row, kind, name, cells)
        .ifPresentOrElse(
            refused::add,
            () -> {
              if (rows.isEmpty() || rows.getLast().number() != row.number()) {
                refused.add(
                    words.say("network.matrix.twice", file, row.number(), plain(row.cell(name))));
              }
            });
  }

  /// Why a row cannot be taken in.
  private Optional<String> why(
      String file, Table.Row row, int kind, int name, Map<Note.Cell, Integer> cells) {
    String called = plain(row.cell(name));
    if (called.isEmpty()) {
      return Optional.of(words.say("network.matrix.nameless", file, row.number()));
    }
    if (called.length() > LONGEST_NAME || called.lines().count() > 1) {
      return Optional.of(
          words.say("network.matrix.long-name", file, row.number(), shortened(called)));
    }
    String of = kind < 0 ? "" : plain(row.cell(kind));
    if (kind(of).isEmpty()) {
      return Optional.of(words.say("network.matrix.no-kind", file, row.number(), shortened(of)));
    }
    for (var cell : cells.entrySet()) {
      var tooLong =
          row.cell(cell.getValue())
              .lines()
              .filter(line -> line.length() > LONGEST_LINE)
              .findFirst();
      if (tooLong.isPresent()) {
        return Optional.of(
            words.say(
                "network.matrix.long-line",
                file,
                row.number(),
                words.say("network.cell." + cell.getKey()),
                shortened(tooLong.get())));
      }
    }
    return Optional.empty();
  }

  /// Without the word, a young person is meant.
  private Optional<Subject.Kind> kind(String said) {
    if (said.isEmpty()) {
      return Optional.of(Subject.Kind.YOUNG_PERSON);
    }
    for (var kind : Subject.Kind.values()) {
      if (words.say("network.subject." + kind).equalsIgnoreCase(said)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static int column(Table.Row header, String title) {
    for (int column = 0; column < header.cells().size(); column++) {
      if (plain(header.cell(column)).equalsIgnoreCase(title)) {
        return column;
      }
    }
    return -1;
  }

  /// Without the mark our own CSV puts before what a spreadsheet would run.
  private static String plain(String cell) {
    String text = cell.replaceAll("[\\p{Cs}\\p{Cntrl}&&[^\n\t]]", "").strip();
    return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
        ? text.substring(1)
        : text;
  }

  /// What fits into a cell; a longer one ends with a sentence that says so.
  private String fitting(String text) {
    return text.length() <= LONGEST_CELL
        ? text
        : text.substring(0, Math.max(1, text.lastIndexOf('\n', LONGEST_CELL)))
            + "\n"
            + words.say("network.matrix.cut");
  }

  private static String shortened(String value) {
    return value.length() > 60 ? value.substring(0, 60) + "…" : value;
  }
}
