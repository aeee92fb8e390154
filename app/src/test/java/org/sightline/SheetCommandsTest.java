package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `sheets` and `read-sheets` as they are typed: the three files, the list that is printed, and
/// what is said when something is wrong. No site and no database is started for them.
class SheetCommandsTest {

  private static final String PLAN =
      """
      {"page": {"width": 297, "height": 210},
       "ticks": [{"id": "Year 7"}, {"id": "Year 8"}],
       "zones": [
         {"id": "hall", "label": "Hall", "polygon": [[0, 0], [6, 0], [6, 4], [0, 4]]},
         {"id": "yard", "label": "Yard", "polygon": [[6, 0], [12, 0], [12, 4], [6, 4]]},
         {"id": "stairs", "label": "Stairs", "polygon": [[0, 4], [12, 4], [12, 6], [0, 6]]}]}
      """;

  private static final String LIST =
      """
      {"zones": [{"id": "hall", "label": "Hall"}, {"id": "yard", "label": "Yard"}]}
      """;

  private static final String BOXES =
      """
      {"boxes": [
        {"zone": "hall", "level": "red", "x": 1, "y": 1, "width": 5, "height": 5},
        {"zone": "hall", "level": "yellow", "x": 7, "y": 1, "width": 5, "height": 5},
        {"zone": "hall", "level": "green", "x": 13, "y": 1, "width": 5, "height": 5}]}
      """;

  @TempDir private Path directory;
  private Path plan;
  private Path out;

  @BeforeEach
  void writePlan() throws IOException {
    plan = Files.writeString(directory.resolve("plan.json"), PLAN);
    out = directory.resolve("trial");
  }

  @Test
  void argumentsThatAreWrongEndWithTwoAndSayWhich() {
    var without = CommandRun.of("sheets", "--out", out);
    var unknown = CommandRun.of("sheets", "--layout", plan, "--out", out, "--paper", "LETTER");
    var many = CommandRun.of("sheets", "--layout", plan, "--out", out, "--count", "many");
    var nothing = CommandRun.of("read-sheets");

    assertThat(List.of(without.code(), unknown.code(), many.code(), nothing.code()))
        .containsOnly(2);
    assertThat(without.errors()).contains("--layout=PLAN");
    assertThat(unknown.errors()).contains("--paper").contains("A4_PORTRAIT");
    assertThat(many.errors()).contains("--count").contains("many");
    assertThat(nothing.errors()).contains("FILE");
    assertThat(out).doesNotExist();
  }

  @Test
  void whatCannotBePrintedEndsWithOneAndASentence() throws IOException {
    assertRefused(
        CommandRun.of("sheets", "--layout", plan, "--out", out, "--count", "0"),
        "Print 1 to 500 sheets, not 0.");
    assertRefused(
        CommandRun.of("sheets", "--layout", directory.resolve("no.json"), "--out", out),
        "There is no file %s.".formatted(directory.resolve("no.json")));
    var broken = Files.writeString(directory.resolve("broken.json"), "{\"zones\": [}");
    assertRefused(
        CommandRun.of("sheets", "--layout", broken, "--out", out),
        "The file is no plan: line 1, column 12 cannot be understood.");
    var flat =
        Files.writeString(
            directory.resolve("flat.json"),
            "{\"zones\": [{\"id\": \"a\", \"polygon\": [[0, 0], [5, 0], [9, 0]]}]}");
    assertRefused(
        CommandRun.of("sheets", "--layout", flat, "--out", out),
        "The zones of the plan have no area.");
    var mixed =
        Files.writeString(
            directory.resolve("mixed.json"),
            "{\"zones\": [{\"id\": \"a\", \"polygon\": [[0, 0], [5, 0], [9, 7]]}, {\"id\": \"b\"}]}");
    assertRefused(
        CommandRun.of("sheets", "--layout", mixed, "--out", out),
        "The file is no plan: Zone b has no polygon, and others have. Give every zone one, or none for a list.");
    var file = Files.writeString(directory.resolve("file"), "");
    assertRefused(
        CommandRun.of("sheets", "--layout", plan, "--out", file),
        "%s is a file. Name a directory.".formatted(file));
    assertThat(out).doesNotExist();
  }

  @Test
  void filesThatAreThereAreNotWrittenOver() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("sheets.csv"), "mine");

    assertRefused(
        CommandRun.of("sheets", "--layout", plan, "--out", out, "--count", "1"),
        "%s is there already. Choose another directory, or move it away."
            .formatted(out.resolve("sheets.csv")));

    assertThat(out.resolve("sheets.csv")).hasContent("mine");
    assertThat(out.resolve("layout.json")).doesNotExist();
  }

  @Test
  void theLayoutSaysInMillimetresWhereEverythingStands() throws IOException {
    print(plan, 3);

    var layout = json(Files.readString(out.resolve("layout.json")));

    assertThat(names(layout))
        .contains("page", "markers", "qr", "key", "ticks", "zones")
        .doesNotContain("boxes");
    assertThat(layout.get("page").get("width").asDouble()).isEqualTo(297);
    assertThat(layout.get("page").get("height").asDouble()).isEqualTo(210);
    assertThat(layout.get("markers").size()).isEqualTo(8);
    for (int i = 0; i < 8; i++) {
      var marker = layout.get("markers").get(i);
      assertThat(names(marker)).containsExactlyInAnyOrder("id", "x", "y", "size");
      assertThat(marker.get("id").asInt()).isEqualTo(i);
      assertThat(marker.get("x").asDouble()).isBetween(5.0, 292.0);
      assertThat(marker.get("size").asDouble()).isBetween(6.0, 20.0);
    }
    assertThat(names(layout.get("qr"))).containsExactlyInAnyOrder("x", "y", "size");
    assertThat(layout.get("key").size()).isEqualTo(3);
    for (var box : layout.get("key")) {
      assertThat(names(box)).containsExactlyInAnyOrder("level", "x", "y", "width", "height");
    }
    assertThat(layout.get("key").valueStream().map(box -> box.get("level").asString()))
        .containsExactly("red", "yellow", "green");
    assertThat(names(layout.get("ticks").get(0))).containsExactlyInAnyOrder("id", "x", "y", "size");
    assertThat(layout.get("ticks").valueStream().map(tick -> tick.get("id").asString()))
        .containsExactly("Year 7", "Year 8");
  }

  @Test
  void thePlanIsScaledIntoTheFrameWithoutBeingStretched() throws IOException {
    print(plan, 1);

    var zones = json(Files.readString(out.resolve("layout.json"))).get("zones");

    assertThat(zones.valueStream().map(zone -> zone.get("id").asString()))
        .containsExactly("hall", "yard", "stairs");
    assertThat(names(zones.get(0))).containsExactlyInAnyOrder("id", "label", "polygon");
    assertThat(zones.get(0).get("label").asString()).isEqualTo("Hall");
    var hall = zones.get(0).get("polygon");
    double wide = hall.get(1).get(0).asDouble() - hall.get(0).get(0).asDouble();
    double high = hall.get(2).get(1).asDouble() - hall.get(1).get(1).asDouble();
    assertThat(hall.size()).isEqualTo(4);
    assertThat(hall.get(0).size()).isEqualTo(2);
    assertThat(wide / high).isBetween(1.49, 1.51);
    assertThat(high).as("not six millimetres any more").isGreaterThan(40);
  }

  @Test
  void aSheetWithoutAPlanHasThreeBoxesForEachZone() throws IOException {
    for (var given : List.of(LIST, BOXES)) {
      var list = Files.writeString(directory.resolve("list.json"), given);
      out = directory.resolve("list-" + given.hashCode());
      print(list, 1);

      var layout = json(Files.readString(out.resolve("layout.json")));

      assertThat(layout.get("boxes").size()).isEqualTo(3 * layout.get("zones").size());
      for (var box : layout.get("boxes")) {
        assertThat(names(box))
            .containsExactlyInAnyOrder("zone", "level", "x", "y", "width", "height");
      }
      assertThat(layout.get("boxes").valueStream().map(box -> box.get("level").asString()).limit(3))
          .containsExactly("red", "yellow", "green");
    }
  }

  @Test
  void thePdfHasAPageForEachSheetAndTheListItsSlips() throws IOException {
    print(plan, 4);

    var lines = listed();

    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst()).isEqualTo("sheet,slip");
    assertThat(lines.subList(1, 5))
        .allMatch(line -> line.matches("[0-9A-Z]{10},[0-9A-Z-]{10,40}"))
        .doesNotHaveDuplicates();
    try (var document = Loader.loadPDF(out.resolve("sheets.pdf").toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(4);
    }
  }

  @Test
  void readingPrintsAListOfPagesWithTheirZonesAndTicks() throws IOException {
    print(plan, 1);
    var photograph = coloured();
    var heic =
        Files.writeString(directory.resolve("photo.heic"), "\0\0\0\30ftypheic\0\0\0\0mif1heic");

    var run =
        CommandRun.of(
            "read-sheets",
            photograph,
            heic,
            directory.resolve("gone.jpg"),
            "--layout",
            out.resolve("layout.json"),
            "--json",
            "--out",
            directory.resolve("read"));

    assertThat(run.code()).as(run.errors()).isZero();
    var pages = json(run.out());
    assertThat(pages.isArray()).isTrue();
    assertThat(pages.size()).isEqualTo(3);
    for (var page : pages) {
      assertThat(names(page))
          .containsExactlyInAnyOrder("file", "page", "sheet", "status", "reason", "zones", "ticks");
      assertThat(page.get("page").asInt()).isEqualTo(1);
    }
    var read = pages.get(0);
    assertThat(read.get("file").asString()).isEqualTo(photograph.toString());
    assertThat(read.get("status").asString()).isEqualTo("read");
    assertThat(read.get("reason").isNull()).isTrue();
    assertThat(read.get("sheet").asString()).isEqualTo(listed().get(1).substring(0, 10));
    assertThat(names(read.get("zones").get(0)))
        .containsExactlyInAnyOrder("id", "level", "confidence", "doubt");
    assertThat(read.get("zones").get(0).get("level").asString()).isEqualTo("red");
    assertThat(read.get("zones").get(0).get("doubt").isNull()).isTrue();
    assertThat(read.get("zones").get(0).get("confidence").asDouble()).isBetween(0.5, 1.0);
    assertThat(read.get("zones").get(1).get("level").asString()).isEqualTo("blank");
    assertThat(read.get("zones").get(2).get("level").isNull()).isTrue();
    assertThat(read.get("zones").get(2).get("doubt").asString())
        .isEqualTo("Two colours are in this place: green and red.");
    assertThat(names(read.get("ticks").get(0))).containsExactlyInAnyOrder("id", "on");
    assertThat(read.get("ticks").get(0).get("on").asBoolean()).isFalse();
    assertThat(read.get("ticks").get(1).get("on").asBoolean()).isTrue();
    assertThat(pages.get(1).get("status").asString()).isEqualTo("refused");
    assertThat(pages.get(1).get("sheet").isNull()).isTrue();
    assertThat(pages.get(1).get("zones").size()).isZero();
    assertThat(pages.get(1).get("reason").asString()).startsWith("This is a HEIC picture");
    assertThat(pages.get(2).get("reason").asString()).isEqualTo("There is no such file.");
    assertThat(json(Files.readString(directory.resolve("read/readings.json")))).isEqualTo(pages);
    try (var files = Files.list(directory.resolve("read"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("readings.json", read.get("sheet").asString() + "-zone-3.jpg");
    }
  }

  @Test
  void readingWithoutALayoutLooksBesideTheFileAndSaysWhenThereIsNone() throws IOException {
    print(plan, 1);
    var photograph = coloured();

    assertRefused(
        CommandRun.of("read-sheets", photograph),
        "Say which layout the sheets were printed with: --layout layout.json. It was written beside sheets.pdf.");
    var beside = CommandRun.of("read-sheets", Files.copy(photograph, out.resolve("seen.png")));

    assertThat(beside.code()).isZero();
    assertThat(beside.out())
        .contains("seen.png, page 1: sheet ", ", 2 zones read, 1 for a person to decide.");
  }

  @Test
  void aLayoutThatIsNoneIsRefused() throws IOException {
    var no = Files.writeString(directory.resolve("no.json"), "{\"zones\": []}");

    assertRefused(
        CommandRun.of("read-sheets", plan, "--layout", no),
        "The file is no layout: something that it needs is missing. Take the layout.json that was written beside sheets.pdf.");
  }

  /// Without what makes a spreadsheet take it as it is.
  private List<String> listed() throws IOException {
    return Files.readAllLines(out.resolve("sheets.csv")).stream()
        .map(line -> line.replace("\uFEFF", "").replace("\"", ""))
        .toList();
  }

  private void print(Path given, int count) {
    var run = CommandRun.of("sheets", "--layout", given, "--out", out, "--count", count);

    assertThat(run.code()).as(run.errors()).isZero();
    assertThat(run.out()).contains("Wrote %d sheets".formatted(count));
  }

  private static void assertRefused(CommandRun run, String sentence) {
    assertThat(run.errors().strip()).isEqualTo(sentence);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
  }

  /// The hall red, the stairs green and, a smaller part, red, Year 8 ticked, and the key filled.
  private Path coloured() throws IOException {
    var layout = json(Files.readString(out.resolve("layout.json")));
    BufferedImage page;
    try (var document = Loader.loadPDF(out.resolve("sheets.pdf").toFile())) {
      page = new PDFRenderer(document).renderImageWithDPI(0, 200, ImageType.RGB);
    }
    var colours = List.of(new Color(210, 60, 60), new Color(250, 225, 70), new Color(70, 160, 80));
    for (int i = 0; i < 3; i++) {
      var box = layout.get("key").get(i);
      fill(
          page,
          colours.get(i),
          box.get("x").asDouble(),
          box.get("y").asDouble(),
          box.get("width").asDouble(),
          box.get("height").asDouble());
    }
    var hall = corners(layout, 0);
    fill(page, colours.get(0), hall[0], hall[1], hall[2], hall[3]);
    var stairs = corners(layout, 2);
    fill(page, colours.get(2), stairs[0], stairs[1], stairs[2] * 0.6, stairs[3]);
    fill(page, colours.get(0), stairs[0] + stairs[2] * 0.6, stairs[1], stairs[2] * 0.4, stairs[3]);
    var tick = layout.get("ticks").get(1);
    double size = tick.get("size").asDouble();
    fill(
        page,
        Color.DARK_GRAY,
        tick.get("x").asDouble() + size * 0.3,
        tick.get("y").asDouble() + size * 0.2,
        size * 0.4,
        size * 0.6);
    var file = directory.resolve("photograph.png");
    ImageIO.write(page, "png", file.toFile());
    return file;
  }

  private static double[] corners(JsonNode layout, int zone) {
    var polygon = layout.get("zones").get(zone).get("polygon");
    double left = polygon.get(0).get(0).asDouble();
    double top = polygon.get(0).get(1).asDouble();
    return new double[] {
      left, top, polygon.get(2).get(0).asDouble() - left, polygon.get(2).get(1).asDouble() - top
    };
  }

  /// As a felt pen does: what is printed stays.
  private static void fill(
      BufferedImage page, Color colour, double x, double y, double width, double height) {
    double per = 200 / 25.4;
    for (int row = (int) ((y + 0.7) * per); row < (y + height - 0.7) * per; row++) {
      for (int column = (int) ((x + 0.7) * per); column < (x + width - 0.7) * per; column++) {
        int rgb = page.getRGB(column, row);
        page.setRGB(
            column,
            row,
            (rgb >> 16 & 255) * colour.getRed() / 255 << 16
                | (rgb >> 8 & 255) * colour.getGreen() / 255 << 8
                | (rgb & 255) * colour.getBlue() / 255);
      }
    }
  }

  private static List<String> names(JsonNode node) {
    return new ArrayList<>(node.propertyNames());
  }

  private static JsonNode json(String text) {
    return JsonMapper.builder().build().readTree(text);
  }
}
