package org.sightline.documents.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.testing.SharedData;
import tools.jackson.databind.json.JsonMapper;

class TableReadingTest {

  private final TableReading reading = new TableReading(TableLimits.USUAL);

  @Test
  void anEmptyFileIsRefused() {
    assertRefused(new byte[0], "empty");
    assertRefused(bytes("\n\n,,,\n"), "nothing in the file but empty rows");
  }

  @Test
  void whatIsNoTextIsRefused() {
    assertRefused(new byte[] {1, 0, 0, 0, 2, 3, 0}, "not a table");
    assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, ".xls");
  }

  @Test
  void aQuotationMarkThatIsNeverClosedIsRefused() {
    assertThatThrownBy(() -> reading.read(bytes("a,b\n1,2\n3,\"" + "x".repeat(17_000_000))))
        .isInstanceOfSatisfying(
            UnreadableTable.class, e -> assertThat(e.sentence()).contains("row 2"));
  }

  @Test
  void theRestOfAFileInOneCellIsRefusedHoweverSmall() {
    assertRefused(bytes("name\n\"Ann Invented\nBo\n"), "opened and not closed");
  }

  @Test
  void semicolonsWithinTheLinesOfACellSeparateNothing() throws UnreadableTable {
    var table = reading.read(bytes("name,said\nAnn,\"a; b\nc; d\ne; f\ng; h\"\n"));

    assertThat(table.rows().getFirst().cells()).containsExactly("name", "said");
    assertThat(table.rows().getLast().cell(1)).isEqualTo("a; b\nc; d\ne; f\ng; h");
  }

  @Test
  void tooManyRowsOrColumnsAreRefused() {
    var small = new TableReading(new TableLimits(1_000, 1_000, 2, 3));

    assertThatThrownBy(() -> small.read(bytes("a,b\n1,2\n3,4\n"))).hasMessageContaining("rows");
    assertThatThrownBy(() -> small.read(bytes("a,b,c,d\n1,2,3,4\n")))
        .hasMessageContaining("columns");
    assertThatThrownBy(() -> small.read(new byte[1_001])).hasMessageContaining("MB");
  }

  @Test
  void aFewBytesThatUnpackToHundredsOfMegabytesAreRefusedAtOnce() throws IOException {
    var bomb = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      var zeros = new byte[1_000_000];
      for (int i = 0; i < 150; i++) {
        zip.write(zeros);
      }
    }

    assertRefused(bomb.toByteArray(), "too large inside");
    assertRefused(bytes("PK\u0003\u0004 and then nothing"), "damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|", " "})
  void theSeparatorIsFoundByItself(String separator) throws UnreadableTable {
    var table = reading.read(bytes("Source,Target\nAnn,Bo\nCem,Dee\n".replace(",", separator)));

    assertThat(table.rows().get(1).cells()).containsExactly("Ann", "Bo");
  }

  @Test
  void aListOfOneColumnIsNotTornApartAtItsSpaces() throws UnreadableTable {
    var table = reading.read(bytes("Name\nPerpetua Quillonby\nEmrys of the Tide\n"));

    assertThat(table.rows()).allMatch(row -> row.cells().size() == 1);
  }

  @Test
  void theSeparatorASpreadsheetNamesIsBelieved() throws UnreadableTable {
    var table = reading.read(bytes("sep=;\na,1;b\n"));

    assertThat(table.rows()).containsExactly(new Table.Row(2, List.of("a,1", "b")));
  }

  @Test
  void lettersAreRightInEveryUsualEncoding() throws UnreadableTable {
    String text = "name;place\nZoë Müller;Café – park\n";

    for (var charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1252"))) {
      assertThat(reading.read(text.getBytes(charset)).rows().get(1).cells())
          .as(charset.name())
          .containsExactly("Zoë Müller", "Café – park");
    }
    assertThat(reading.read(bytes("\uFEFF" + text)).rows().getFirst().cell(0)).isEqualTo("name");
  }

  @Test
  void aSpreadsheetIsReadAsItLooks() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "test", "1.0")) {
      var sheet = book.newWorksheet("people");
      sheet.value(0, 0, "name");
      sheet.value(0, 1, "since");
      sheet.value(2, 0, "=1+1");
      sheet.value(2, 1, java.time.LocalDate.of(2026, 3, 29));
      sheet.style(2, 1).format("yyyy-mm-dd").set();
      sheet.value(2, 2, 14);
      sheet.value(2, 3, 0.5);
    }

    assertThat(reading.read(out.toByteArray()).rows())
        .containsExactly(
            new Table.Row(1, List.of("name", "since")),
            new Table.Row(3, List.of("=1+1", "2026-03-29", "14", "0.5")));
  }

  /// csv-spectrum: what is in the files is beside them as JSON.
  @Test
  void quirksOfTheSpectrumAreReadAsItsAnswersSay() throws Exception {
    for (var file : SharedData.folder("csv_quirks/csv_spectrum/csvs")) {
      var table = reading.read(Files.readAllBytes(file));
      var header = table.rows().getFirst().cells();
      String name = file.getFileName().toString().replace(".csv", ".json");
      var answers =
          new JsonMapper().readTree(SharedData.read("csv_quirks/csv_spectrum/json/" + name));

      assertThat(table.rows()).as(name).hasSize(answers.size() + 1);
      for (int row = 0; row < answers.size(); row++) {
        for (int column = 0; column < header.size(); column++) {
          assertThat(lines(table.rows().get(row + 1).cell(column)))
              .as(name)
              .isEqualTo(lines(answers.get(row).get(header.get(column)).asString()).strip());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"accent", "bom", "doublequote", "latin1", "skip-blank-at-the-end", "skip-rows"})
  void filesOfTheTabulatorAreRead(String name) throws UnreadableTable {
    var table = reading.read(SharedData.read("csv_quirks/tabulator/" + name + ".csv"));

    assertThat(table.rows().getLast().cells()).hasSizeGreaterThan(1);
    assertThat(table.rows().toString()).doesNotContain("\uFFFD");
  }

  private void assertRefused(byte[] file, String why) {
    assertThatThrownBy(() -> reading.read(file))
        .isInstanceOfSatisfying(UnreadableTable.class, e -> assertThat(e.sentence()).contains(why));
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
