package org.sightline.engagement.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Sheet;
import org.sightline.web.Qr;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlanDrawingTest {

  private static final PlanSheet SHEET = new PlanSheet("7Q", Qr.of("7Q", "Sheet 7Q"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/plan.png",
        "//example.org/plan.png",
        "javascript:alert(1)",
        "data:image/svg+xml;base64,AAAA",
        "data:text/html;base64,AAAA",
        "/plan\" onload=\"alert(1)",
        "file:///etc/hosts"
      })
  void aPictureFromElsewhereIsRefused(String href) {
    assertThatThrownBy(() -> new PlanPicture(href, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCornerOutsideThePlanIsRefused() {
    assertThatThrownBy(() -> new Corner(1.2, 0.5))
        .hasMessage("The point 1.2, 0.5 lies outside the plan");
    assertThatThrownBy(() -> new Corner(Double.NaN, 0.5)).hasMessageContaining("outside the plan");
  }

  @Test
  void moreAnswersThanMapsAreRefused() {
    var zone = InventedSchool.zones(1, 1).getFirst();
    var six = new Count.Exactly(6);

    assertThatThrownBy(() -> new ScoredZone(zone, six, six, six, 17, null, false))
        .hasMessage("Zone z0 has 18 answers from 17 maps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"/><image href=x onerror=alert(1)>",
        "a & b ]]> ' \" </text></svg>",
        "\u0000\u0001\uFFFE\uD83D",
        "مدرسة 学校 \uD83D\uDE00 ‮txet",
        "",
        "           ",
        "Anextremelylongnamewithoutasinglespacethatgoesonandonandonandonandon",
        "%d %s %n $1 \\"
      })
  void aHostileNameStaysText(String name) throws Exception {
    var old = InventedSchool.zones(1, 1).getFirst();
    var zone = new ZoneShape("z", 1, name, old.corners(), old.label());
    var drawing = new PlanDrawing(PlanPicture.labelledBoxes(1.4), PictureWords.ENGLISH);
    var one = new Count.Exactly(1);

    var pictures =
        List.of(
            drawing.blank(List.of(zone), SHEET),
            drawing.scores(name, List.of(new ScoredZone(zone, one, one, one, 9, 1, true))),
            drawing.bands(name, List.of(new BandedZone(zone, Band.HOT))));

    for (var picture : pictures) {
      var document = parsed(picture);
      assertThat(document.getElementsByTagName("script").getLength()).isZero();
      assertThat(document.getElementsByTagName("image").getLength()).isZero();
      assertThat(printed(picture, Sheet.A4_LANDSCAPE)).isNotEmpty();
    }
  }

  @Test
  void nothingTheContentSecurityPolicyForbidsIsInAPicture() throws Exception {
    var drawing = new PlanDrawing(InventedSchool.plan(), PictureWords.ENGLISH);

    var all =
        parsed(drawing.scores("Scores", InventedSchool.scores(5, 4, 60))).getElementsByTagName("*");

    for (int i = 0; i < all.getLength(); i++) {
      var attributes = all.item(i).getAttributes();
      for (int j = 0; j < attributes.getLength(); j++) {
        assertThat(attributes.item(j).getNodeName())
            .doesNotStartWith("on")
            .isNotIn("style", "id", "href");
      }
    }
  }

  @Test
  void aHiddenCountIsDrawnFromItsLimitOnly() {
    var zone = InventedSchool.zones(1, 1).getFirst();
    var drawing = new PlanDrawing(PlanPicture.labelledBoxes(1.4), PictureWords.ENGLISH);

    var picture =
        drawing.scores(
            "Scores",
            List.of(
                new ScoredZone(
                    zone,
                    new Count.Exactly(20),
                    new Count.Exactly(0),
                    new Count.FewerThan(5),
                    30,
                    null,
                    false)));

    assertThat(picture).contains("G 20 · Y 0 · R &lt;5", "of 30 maps");
  }

  /// Never by colour alone (look.md, Surfaces): hatched, dotted, plain, each with its letter.
  @Test
  void eachLevelHasAPatternAndALetterOfItsOwn() throws IOException {
    var drawing = new PlanDrawing(InventedSchool.plan(), PictureWords.ENGLISH);
    var colours = "#[0-9a-f]{6}";
    var swatches =
        java.util.stream.Stream.of("RED", "YELLOW", "GREEN")
            .map(PlanDrawing::swatch)
            .map(swatch -> swatch.replaceAll(colours, "").replaceAll("<text.*?</text>", ""))
            .toList();

    assertThat(swatches).doesNotHaveDuplicates();
    assertThat(drawing.scores("Scores", InventedSchool.scores(5, 4, 60)))
        .contains(">R</text>", ">Y</text>", ">G</text>");
    for (var level : List.of("RED", "YELLOW", "GREEN")) {
      assertThat(PlanDrawing.swatch(level)).contains(">" + level.charAt(0) + "</text>");
    }
  }

  @Test
  void theSameInputGivesTheSamePicture() throws IOException {
    var one = new PlanDrawing(InventedSchool.plan(), PictureWords.ENGLISH);
    var other = new PlanDrawing(InventedSchool.plan(), PictureWords.ENGLISH);

    assertThat(one.scores("Scores", InventedSchool.scores(5, 4, 60)))
        .isEqualTo(other.scores("Scores", InventedSchool.scores(5, 4, 60)));
  }

  @Test
  void twentyLabelsDoNotCoverOneAnother() {
    var layout = new ChipLayout(new Box(0, 0, 1000, 700));
    var places = new ArrayList<Box>();

    for (int i = 0; i < 20; i++) {
      places.add(layout.place(Box.around(500, 350, 150, 64)));
    }

    for (var one : places) {
      assertThat(places.stream().filter(p -> p != one).mapToDouble(one::overlap).sum()).isZero();
    }
  }

  /// Leaves the pictures in target/pictures to be looked at.
  @Test
  void everyKindOfPicturePrintsOnOnePage() throws IOException {
    var drawing = new PlanDrawing(InventedSchool.plan(), PictureWords.ENGLISH);
    var boxes = new PlanDrawing(PlanPicture.labelledBoxes(0.75), PictureWords.ENGLISH);
    var bands = new ArrayList<BandedZone>();
    InventedSchool.zones(5, 4)
        .forEach(zone -> bands.add(new BandedZone(zone, Band.values()[zone.number() % 4])));

    onOnePage("blank", drawing.blank(InventedSchool.zones(5, 4), SHEET), Sheet.A4_LANDSCAPE);
    onOnePage(
        "scores", drawing.scores("Scores", InventedSchool.scores(5, 4, 60)), Sheet.A4_LANDSCAPE);
    onOnePage(
        "scores60",
        drawing.scores("Scores", InventedSchool.scores(6, 10, 1800)),
        Sheet.A3_LANDSCAPE);
    onOnePage("bands", drawing.bands("Bands", bands), Sheet.A4_LANDSCAPE);
    onOnePage("boxes", boxes.blank(InventedSchool.zones(3, 4), SHEET), Sheet.A4_PORTRAIT);
    onOnePage("tall", boxes.scores("Scores", InventedSchool.scores(3, 4, 60)), Sheet.A4_PORTRAIT);
  }

  private static void onOnePage(String name, String picture, Sheet sheet) throws IOException {
    var folder = Files.createDirectories(Path.of("target/pictures"));
    var bytes = printed(picture, sheet);
    Files.writeString(folder.resolve(name + ".svg"), picture);
    Files.write(folder.resolve(name + ".pdf"), bytes);
    try (var pdf = Loader.loadPDF(bytes)) {
      assertThat(pdf.getNumberOfPages()).as(name).isEqualTo(1);
      var image = new PDFRenderer(pdf).renderImage(0);
      int middle = image.getRGB(image.getWidth() / 2, image.getHeight() / 2);
      assertThat(middle).as("something is drawn on %s", name).isNotNull();
    }
  }

  private static byte[] printed(String picture, Sheet sheet) {
    return Pdf.of(
        "<html><body><div class=\"whole-page\">" + picture + "</div></body></html>",
        sheet,
        new PrintHeading("Brambleford School, spring round", LocalDate.of(2026, 3, 9), null));
  }

  private static Document parsed(String picture) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(picture)));
  }
}
