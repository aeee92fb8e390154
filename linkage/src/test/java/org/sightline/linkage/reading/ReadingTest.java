package org.sightline.linkage.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.sightline.linkage.Workers;
import org.sightline.linkage.testing.SharedData;

class ReadingTest {

  @Test
  void anEmptyListIsRefusedInASentence() {
    assertThatThrownBy(() -> read(new byte[0])).hasMessage("The list A is empty.");
  }

  @Test
  void aListThatIsNotThereIsRefusedInASentence() {
    assertThatThrownBy(
            () -> ListReading.read("A", Path.of("nowhere.csv"), h -> new int[0], new Workers(1)))
        .hasMessage("The list A is not there, or is not a file.");
  }

  @Test
  void whatIsNoListIsRefusedByItsMake() {
    assertThatThrownBy(() -> read("%PDF-1.7 …".getBytes())).hasMessageContaining("is a PDF");
    assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0}))
        .hasMessageContaining("looks like a spreadsheet");
    assertThatThrownBy(() -> read(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1}))
        .hasMessageContaining("old or locked Excel");
  }

  @Test
  void raggedRowsAreLeftOutAndListed() {
    var table = read("a,b\n1,2\n3\n4,5,6\n7,8,\n\n9,10\n".getBytes());

    assertThat(cells(table))
        .containsExactly(List.of("1", "2"), List.of("7", "8"), List.of("9", "10"));
    assertThat(table.refused())
        .extracting(r -> r.row() + " " + r.column() + ": " + r.reason())
        .containsExactly(
            "2 all: the row has 1 of the 2 columns",
            "3 all: the row has 3 columns and the headings have 2");
    assertThat(table.rowNumbers()).containsExactly(1, 4, 5);
  }

  @Test
  void aRowWithANulByteIsLeftOut() {
    var table = read("a,b\n1,\0\n3,4\n".getBytes());

    assertThat(cells(table)).containsExactly(List.of("3", "4"));
    assertThat(table.refused().getFirst().reason()).isEqualTo("the row holds a NUL byte");
  }

  @Test
  void aRowOfManyMegabytesIsLeftOutAndTheNextOneRead() {
    var text = new StringBuilder("a,b\n1,2\n3,");
    text.repeat('x', 12 << 20).append("\n5,6\n");

    var table = read(text.toString().getBytes());

    assertThat(cells(table)).containsExactly(List.of("1", "2"), List.of("5", "6"));
    assertThat(table.refused()).hasSize(1);
    assertThat(table.refused().getFirst().reason()).contains("longer than a megabyte");
  }

  @Test
  void aQuotationMarkThatIsNeverClosedIsNamed() {
    var text = new StringBuilder("a,b\n1,\"2\n");
    text.repeat("3,4\n", 400_000);

    var table = read(text.toString().getBytes());

    assertThat(table.refused()).isNotEmpty();
    assertThat(table.refused().getFirst().reason()).contains("quotation mark");
  }

  @Test
  void tenThousandColumnsAreRead() {
    var head = new StringBuilder("c0");
    var row = new StringBuilder("0");
    for (int i = 1; i < 10_000; i++) {
      head.append(",c").append(i);
      row.append(',').append(i);
    }

    var table = read((head + "\n" + row + "\n").getBytes());

    assertThat(table.headings()).hasSize(10_000);
    assertThat(cells(table).getFirst()).endsWith("9998", "9999");
  }

  @Test
  void allCharacterSetsComeOutTheSame() {
    var text = "name;född\nZoë;Łódź\n";
    for (var charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16")) {
      assertThat(cells(read(text.getBytes(Charset.forName(charset)))))
          .as(charset)
          .containsExactly(List.of("Zoë", "Łódź"));
    }
    assertThat(cells(read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8))))
        .containsExactly(List.of("Zoë", "Łódź"));
    assertThat(cells(read("name\tx\nZoë\t€\n".getBytes(Charset.forName("windows-1252")))))
        .containsExactly(List.of("Zoë", "€"));
  }

  @Test
  void oldMacintoshLineEndsAndCommentsAreUnderstood() {
    assertThat(cells(read("a,b\r1,2\r3,4\r".getBytes()))).hasSize(2);
    assertThat(cells(read("# from the council\na,b\n1,2\n# end\n".getBytes())))
        .containsExactly(List.of("1", "2"));
  }

  @Test
  void aSpreadsheetIsReadLikeText() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("People");
      sheet.value(0, 0, "surname");
      sheet.value(0, 1, "dob");
      sheet.value(0, 2, "note");
      sheet.value(1, 0, "Lee, or \"Li\"");
      sheet.value(1, 1, 40271);
      sheet.value(2, 0, "Orr");
    }

    var table = read(out.toByteArray());

    assertThat(cells(table))
        .containsExactly(List.of("Lee, or \"Li\"", "40271", ""), List.of("Orr", "", ""));
  }

  @Test
  void aDateOfASpreadsheetIsReadAsPeopleSeeIt() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("People");
      for (int c = 0; c < 5; c++) {
        sheet.value(0, c, "c" + c);
      }
      sheet.value(1, 0, LocalDate.of(2010, 4, 3));
      sheet.style(1, 0).format("dd/mm/yyyy").set();
      sheet.value(1, 1, LocalDateTime.of(2010, 4, 3, 14, 30));
      sheet.style(1, 1).format("d mmm yy hh:mm").set();
      sheet.value(1, 2, 40271);
      sheet.style(1, 2).format("0.00 \"days\"").set();
      sheet.value(1, 3, 40271.5);
      sheet.style(1, 3).format("[Red]#,##0").set();
      sheet.value(1, 4, 12);
      sheet.style(1, 4).format("yyyy-mm-dd").set();
      workbook.newWorksheet("Key");
      workbook.newWorksheet("Notes");
    }

    var table = read(out.toByteArray());

    assertThat(cells(table))
        .containsExactly(
            List.of("2010-04-03", "2010-04-03 14:30:00", "40271", "40271.5", "1900-01-12"));
    assertThat(table.remark())
        .isEqualTo("2 further sheets of A were not read; only the first sheet is.");
  }

  @Test
  void theDaysOfAnOldMacintoshAreCountedFrom1904() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      var sheet = workbook.newWorksheet("People");
      sheet.value(0, 0, "dob");
      sheet.value(1, 0, 38809);
      sheet.style(1, 0).format("dd/mm/yyyy").set();
    }

    assertThat(cells(read(out.toByteArray()))).containsExactly(List.of("2006-04-02"));
    assertThat(cells(read(since1904(out.toByteArray())))).containsExactly(List.of("2010-04-03"));
  }

  /// The same workbook as an old Macintosh would have said it.
  private static byte[] since1904(byte[] workbook) throws Exception {
    var out = new ByteArrayOutputStream();
    var file = Files.createTempFile("list", ".xlsx");
    Files.write(file, workbook);
    try (var from = new ZipFile(file.toFile());
        var to = new ZipOutputStream(out)) {
      for (var entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        var text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        text =
            entry.getName().equals("xl/workbook.xml")
                ? text.replaceFirst("<workbookPr[^>]*/>", "")
                    .replaceFirst("(<workbook [^>]*>)", "$1<workbookPr date1904=\"true\"/>")
                : text;
        to.write(text.getBytes(StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
    return out.toByteArray();
  }

  @Test
  void everyFileOfCsvSpectrumIsReadAsItsAnswerSays() throws Exception {
    var json = tools.jackson.databind.json.JsonMapper.builder().build();
    for (var file : SharedData.folder("csv_quirks/csv_spectrum/csvs")) {
      var name = file.getFileName().toString().replace(".csv", ".json");
      var expected = json.readTree(SharedData.read("csv_quirks/csv_spectrum/json/" + name));
      var table = read(Files.readAllBytes(file));
      var rows = cells(table);

      assertThat(rows).as(name).hasSize(expected.size());
      for (int row = 0; row < rows.size(); row++) {
        for (int c = 0; c < table.headings().size(); c++) {
          assertThat(rows.get(row).get(c))
              .as(name)
              .isEqualTo(
                  expected.get(row).get(table.headings().get(c)).asString().replace("\r", ""));
        }
      }
    }
  }

  @Test
  void everyFileOfTabulatorIsRead() throws Exception {
    for (var file : SharedData.folder("csv_quirks/tabulator")) {
      var table = read(Files.readAllBytes(file));
      assertThat(table.rows()).as(file.getFileName().toString()).isPositive();
    }
    assertThat(cells(read(SharedData.read("csv_quirks/tabulator/latin1.csv"))).get(1).get(1))
        .isEqualTo("©");
    assertThat(cells(read(SharedData.read("csv_quirks/tabulator/bom.csv"))).getFirst().getFirst())
        .isEqualTo("1");
  }

  @Test
  void naughtyStringsComeThroughUnchanged() {
    var naughty =
        new String(
            SharedData.read("csv_quirks/big_list_of_naughty_strings.txt"), StandardCharsets.UTF_8);
    var lines = naughty.lines().filter(l -> !l.isBlank() && l.indexOf('\0') < 0).toList();
    var csv = new StringBuilder("id,name\n");
    for (int i = 0; i < lines.size(); i++) {
      csv.append(i).append(",\"").append(lines.get(i).replace("\"", "\"\"")).append("\"\n");
    }

    var read = cells(read(csv.toString().getBytes(StandardCharsets.UTF_8)));

    assertThat(read.stream().map(r -> r.get(1)).toList()).isEqualTo(lines);
  }

  @Property(tries = 300)
  void anyTableIsReadAsFastCsvReadsIt(@ForAll("tables") List<List<String>> rows) {
    var text = csv(rows);

    var expected = new ArrayList<List<String>>();
    try (var reader = CsvReader.builder().ofCsvRecord(text)) {
      reader.forEach(r -> expected.add(List.copyOf(r.getFields())));
    } catch (java.io.IOException never) {
      throw new AssertionError(never);
    }

    assertThat(cells(read(text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(expected.subList(1, expected.size()));
  }

  @Test
  void aLargeListIsReadTheSameInSlicesAndAtOnce() {
    var plain = new StringBuilder("a,b\n");
    var quoted = new StringBuilder("a,b\n");
    var irregular = new StringBuilder("a,b\n");
    for (int i = 0; i < 900_000; i++) {
      plain.append(i).append(",value").append(i % 1000).append('\n');
      quoted.append(i).append(i % 7 == 0 ? ",\"line\nbreak, \"\"" + i % 1000 + "\"\"\"\n" : ",v\n");
      irregular
          .append(i)
          .append(i % 5 == 0 ? ",\"two\nlines\"\n" : i % 1001 == 0 ? ",5\" v\n" : ",v\n");
    }
    for (var text : List.of(plain, quoted, irregular)) {
      var table = read(text.toString().getBytes());
      assertThat(table.source().slices()).isGreaterThan(2);
      assertThat(table.rows()).isEqualTo(900_000);
      assertThat(table.refused()).isEmpty();
      var cells = cells(table);
      for (int i = 0; i < cells.size(); i++) {
        assertThat(cells.get(i).getFirst()).isEqualTo(Integer.toString(i));
      }
      for (int threads : new int[] {1, 5}) {
        var again =
            ListReading.read(
                "A", Bytes.of(text.toString().getBytes()), h -> new int[0], new Workers(threads));
        assertThat(again.parts().stream().map(Part::rows))
            .as("the cuts with %d threads", threads)
            .containsExactlyElementsOf(table.parts().stream().map(Part::rows).toList());
      }
    }
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    var cell = Arbitraries.strings().withChars('a', 'ö', ',', '"', '\n', ' ', '1').ofMaxLength(5);
    return Arbitraries.integers()
        .between(2, 4)
        .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(8));
  }

  private static String csv(List<List<String>> rows) {
    var text = new StringBuilder();
    text.append(
        String.join(",", List.of("h1", "h2", "h3", "h4").subList(0, rows.getFirst().size())));
    for (var row : rows) {
      text.append('\n');
      text.append(
          String.join(",", row.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').toList()));
    }
    return text.append('\n').toString();
  }

  private static Table read(byte[] bytes) {
    return ListReading.read("A", Bytes.of(bytes), h -> new int[0], new Workers(2));
  }

  private static List<List<String>> cells(Table table) {
    var all = new ArrayList<List<String>>();
    for (int slice = 0; slice < table.source().slices(); slice++) {
      table
          .source()
          .forEachTaken(
              slice,
              row -> {
                var cells = new ArrayList<String>();
                for (int c = 0; c < table.headings().size(); c++) {
                  cells.add(row.text(c));
                }
                all.add(cells);
              });
    }
    return all;
  }
}
