package org.sightline.network.bringing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.testing.SharedData;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Issue 4, Bad input, through the page: a sentence that names file, row and value, nothing stored,
/// and the server goes on.
@SightlineTest
class BadFilesTest {

  @Autowired private Maps maps;
  @Autowired private TestCasework casework;
  @Autowired private TestPeople people;

  private TestCasework.Team team;
  private WorkspaceId work;
  private Visitor chair;
  private String page;

  @BeforeEach
  void open() {
    team = casework.aTeam("Bad files");
    work = casework.aPieceOf(team);
    chair = people.signedIn(team.chair());
    page = "/network/maps/" + work + "/import";
  }

  /// What it is, and what the sentence says beside the name of the file.
  static Stream<Arguments> refusedWhole() {
    String nodes = "<graphml><graph>" + "<node id='a'/>".repeat(2);
    return Stream.of(
        Arguments.of("nothing", "", "Choose a file"),
        Arguments.of("blanks", " \r\n\t\r\n", "empty"),
        Arguments.of("doctype", "<!DOCTYPE graphml><graphml/>", "Line 1"),
        Arguments.of(
            "external entity",
            "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><gexf>&a;</gexf>",
            "document type"),
        Arguments.of("billion laughs", laughs(), "document type"),
        Arguments.of(
            "parameter entity",
            "<!DOCTYPE x [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'> %a;]><Chart/>",
            "document type"),
        Arguments.of(
            "XInclude",
            "<Chart xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='x.anx'/></Chart>",
            "asks for another file"),
        Arguments.of("breaks off", nodes + "\n\n<edge source='a'", "line 3"),
        Arguments.of("too many", many(), "more than 20,000"),
        Arguments.of("too many to come", "*Vertices 100000\n*Edges\n1 2\n", "more than 20,000"),
        Arguments.of("no count", "*Vertices lots\n", "Row 1"),
        Arguments.of("quotation mark", "name\n\"Ann Invented\nBo\n", "cannot be read"),
        Arguments.of("old spreadsheet", "\u00D0\u00CF\u0011\u00E0old", ".xls"),
        Arguments.of("packed nonsense", "PK\u0003\u0004nonsense", "damaged"),
        Arguments.of("another XML", "<svg/>", "neither GraphML"),
        Arguments.of("nobody", "<graphml><graph/></graphml>", "nobody in the file"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedWhole")
  void aFileThatCannotBeReadIsRefusedWithItsNameAndNothingIsStored(
      String what, String content, String says) {
    String name = what.replace(' ', '-') + ".file";

    var refused = chair.upload(page, "file", name, content.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary").text())
        .contains(says)
        .contains(content.isEmpty() ? "" : name);
    assertNothingStored();
  }

  /// Of each, the sentences about its rows.
  static Stream<Arguments> refusedByRow() {
    return Stream.of(
        Arguments.of(
            "people.csv",
            "id,name\n1,Ann Invented\n1,Bo Madeup\n,\"\"\n2,Cy Fictional\n",
            List.of("people.csv: Row 3: \"1\" was told before.")),
        Arguments.of(
            "lines.csv",
            "source,target,weight\nAnn,Bo,1\nAnn,,1\nAnn,Ann,1\nBo,Cy,heavy\nBo,Cy,1,more\n",
            List.of(
                "lines.csv: Row 3: one end of the line is empty. \"Ann\"",
                "lines.csv: Row 4: a line from \"Ann\" to itself.",
                "lines.csv: Row 5: \"heavy\" is no number.",
                "lines.csv: Row 6 has more or fewer cells than the headings. \"more\"")),
        Arguments.of(
            "map.graphml",
            "<graphml><graph><node id='a'/>\n<node id='a'/>\n<edge source='a' target='z'/>\n"
                + "</graph></graphml>",
            List.of(
                "map.graphml: Row 2: \"a\" was told before.",
                "map.graphml: Row 3: \"z\" is not in the list of people.")),
        Arguments.of(
            "map.net",
            "*Vertices 2\n1 \"Ann\"\n2 \"Bo\"\n*Edges\n1 2 1\n1 7 1\n2 2 1\n1 2 x\n",
            List.of(
                "map.net: Row 6: \"7\" is not in the list of people.",
                "map.net: Row 7: a line from \"2\" to itself.",
                "map.net: Row 8: \"x\" is no number.")),
        Arguments.of(
            "matrix.csv",
            ",Ann,Bo,Cy\nAnn,0,1,x\nBo,1,2,0\nCy,0,0,0\n",
            List.of(
                "matrix.csv: Row 2: \"x\" is no number.",
                "matrix.csv: Row 3: a line from \"Bo\" to itself.")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedByRow")
  void aRowThatCannotBeTakenIsNamedWithFileRowAndValue(
      String name, String content, List<String> says) {
    var looked = chair.upload(page, "file", name, content.getBytes(StandardCharsets.UTF_8));

    assertThat(looked.status()).isEqualTo(200);
    assertThat(looked.page().select("main li").eachText()).containsAll(says);
    assertNothingStored();
  }

  @Test
  void whichOfTwoFilesARowIsInIsSaid() {
    String boundary = "----two";
    var body = new StringBuilder();
    for (var file :
        List.of(
            List.of("people.csv", "id,name\n1,Ann\n1,Bo\n2,Cy\n"),
            List.of("lines.csv", "from,to\n1,2\n1,9\n"))) {
      body.append("--").append(boundary);
      body.append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"");
      body.append(file.getFirst()).append("\"\r\n\r\n").append(file.getLast()).append("\r\n");
    }
    body.append("--").append(boundary).append("--\r\n");

    var looked =
        chair.body(
            page,
            "multipart/form-data; boundary=" + boundary,
            body.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(looked.page().select("main li").eachText())
        .contains(
            "people.csv: Row 3: \"1\" was told before.",
            "lines.csv: Row 3: \"9\" is not in the list of people.");
  }

  @Test
  void whatIsOddAndHarmlessComesAsItIs() {
    String file =
        """
        source,target,born
        =cmd|' /C calc'!A0,\u202Eمها خيالي,1899-12-31
        \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67,=cmd|' /C calc'!A0,2999-01-01
        \u202Eمها خيالي,\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67,31.12.1899
        """;
    var looked = chair.upload(page, "file", "odd.csv", file.getBytes(StandardCharsets.UTF_8));
    assertThat(looked.page().text()).contains("The file has 3 people").contains("has 3 lines");

    assertThat(draw(looked, "2026").status()).isEqualTo(200);

    var map = maps.open(team.asChair(), work);
    assertThat(map.on(ElementKind.NODE))
        .extracting(node -> node.value(Field.LABEL))
        .contains("=cmd|' /C calc'!A0", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67");
    assertThat(map.on(ElementKind.LINE))
        .extracting(line -> line.value(Field.NARRATIVE))
        .containsExactlyInAnyOrder("born: 1899-12-31", "born: 2999-01-01", "born: 31.12.1899");
  }

  @Test
  void daysOnWhichNothingCanHaveBeenSeenAreRefusedByRow() {
    String file =
        """
        source,target,first seen,seen or heard
        Ann,Bo,1899-12-31,seen
        Ann,Bo,2999-01-01,seen
        Ann,Bo,31/02/2026,seen
        Ann,Bo,3 May 2026,smelt
        Ann,Bo,3 May 2026,seen
        """;
    var looked = upload("days.csv", file);

    String why = "\" is no day on which it can have been seen or heard.";
    assertThat(looked.page().select("main li").eachText())
        .anyMatch(said -> said.startsWith("days.csv: Row 2: \"1899-12-31" + why))
        .anyMatch(said -> said.startsWith("days.csv: Row 3: \"2999-01-01" + why))
        .anyMatch(said -> said.startsWith("days.csv: Row 4: \"31/02/2026" + why))
        .contains("days.csv: Row 5: \"smelt\" is neither \"seen\" nor \"heard\".");
    assertThat(looked.page().select("#when-day, #seen-or-heard")).as("the file says it").isEmpty();
    assertThat(looked.page().select("#role, #agency")).hasSize(2);
    assertNothingStored();

    assertThat(draw(looked, "2026").status()).isEqualTo(200);
    var map = maps.open(team.asChair(), work);
    var line = map.on(ElementKind.LINE).getFirst();
    assertThat(map.reports(line.id()))
        .extracting(report -> report.value(Field.WHEN))
        .containsExactly("2026-05-03");
  }

  @Test
  void everyRowThatIsRefusedIsNamed() {
    var file = new StringBuilder("source,target,weight\nAnn,Bo,1\n");
    for (int i = 0; i < 300; i++) {
      file.append("Ann,Bo,heavy").append(i).append('\n');
    }

    assertThat(upload("many.csv", file.toString()).page().select("main li").eachText())
        .contains(
            "many.csv: Row 3: \"heavy0\" is no number.",
            "many.csv: Row 302: \"heavy299\" is no number.");
  }

  @Test
  void aDayOutsideThisCenturyIsNoDayToHaveSeenSomething() {
    var looked =
        chair.upload(
            page, "file", "a.csv", "source,target\nAnn,Bo\n".getBytes(StandardCharsets.UTF_8));
    for (String year : List.of("1899", "2999", "0", "-1", "20260")) {
      var refused = draw(looked, year);

      assertThat(refused.status()).as(year).isEqualTo(422);
      assertThat(refused.page().select(".govuk-error-summary").text()).isNotEmpty();
      assertThat(refused.page().select("#when-year").val()).isEqualTo(year);
    }
    assertNothingStored();
  }

  @Test
  void everySharedFileIsReadOrRefusedInASentence() throws IOException {
    var files = new ArrayList<Path>();
    for (String folder : List.of("importers", "csv_quirks", "networks")) {
      try (var all = Files.walk(SharedData.at(folder))) {
        all.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    assertSoftly(
        each -> {
          for (var file : files) {
            byte[] bytes = bytes(file);
            var answer = chair.upload(page, "file", "" + file.getFileName(), bytes);

            each.assertThat(answer.status()).as("%s", file).isIn(200, 422);
            String said =
                answer.status() == 200
                    ? answer.page().select("main h1").text()
                    : answer.page().select(".govuk-error-summary").text();
            each.assertThat(said)
                .as("%s", file)
                .contains(
                    answer.status() == 200
                        ? "What the file would do"
                        : bytes.length == 0 ? "Choose" : "" + file.getFileName());
          }
        });
    assertThat(files).hasSizeGreaterThan(60);
    assertNothingStored();
  }

  @Test
  void aLaterFileTakesOffWhatItNoLongerHasAndSaysSoBefore() {
    draw(upload("first.csv", "source,target\nAnn,Bo\nBo,Cy\n"), "2025");
    var looked = upload("later.csv", "source,target\nAnn,Bo\nAnn,Cy\n");

    var asked = chair.post(looked.path(), "do", "look", "later", "yes", "columns", "");
    assertThat(asked.page().text()).contains("1 lines on the map are not in the file");
    var done = draw(looked, "2026", "later", "yes");

    assertThat(done.page().select(".govuk-notification-banner").text())
        .contains("0 added, 3 known before; 1 lines drawn, 1 confirmed, 1 over");
    assertThat(maps.open(team.asChair(), work).on(ElementKind.LINE)).hasSize(2);
  }

  @Test
  void anAsymmetryOfAMatrixIsReportedWithNamesAndNumbers() {
    var rows = new StringBuilder(",");
    int size = 12;
    for (int i = 0; i < size; i++) {
      rows.append("P").append(i).append(i + 1 < size ? "," : "\n");
    }
    for (int i = 0; i < size; i++) {
      rows.append("P").append(i);
      for (int j = 0; j < size; j++) {
        boolean odd = i == 0 && j == 1;
        rows.append(',').append(i == j || i == 1 && j == 0 ? 0 : odd ? 3 : 1);
      }
      rows.append('\n');
    }

    assertThat(upload("matrix.csv", rows.toString()).page().text())
        .contains("P0 of P1 says 3, P1 of P0 says 0.");
  }

  private Visitor.Arrived upload(String name, String content) {
    return chair.upload(page, "file", name, content.getBytes(StandardCharsets.UTF_8));
  }

  private Visitor.Arrived draw(Visitor.Arrived looked, String year, String... more) {
    var form =
        new ArrayList<>(
            List.of(
                "edit",
                looked.page().select("input[name=edit]").attr("value"),
                "kind",
                "YOUNG_PERSON",
                "role",
                "teacher",
                "agency",
                "School",
                "seen-or-heard",
                "HEARD",
                "when-day",
                "3",
                "when-month",
                "5",
                "when-year",
                year));
    form.addAll(List.of(more));
    return chair.post(looked.path(), form.toArray(String[]::new));
  }

  private void assertNothingStored() {
    assertThat(maps.open(team.asChair(), work).last()).isZero();
    assertThat(chair.get(page).status()).isEqualTo(200);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static String laughs() {
    var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY a").append(i).append(" '");
      laughs.append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
    }
    return laughs + "]><graphml><graph><node id='&a9;'/></graph></graphml>";
  }

  private static String many() {
    var many = new StringBuilder("name\n");
    for (int i = 0; i < 100_000; i++) {
      many.append("Invented ").append(i).append('\n');
    }
    return many.toString();
  }
}
