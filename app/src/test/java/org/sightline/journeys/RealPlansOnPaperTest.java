package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.contexts.floorplans.FloorPlanId;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Real plans as schools have them: a floor drawn from a file, a grey street map, a page of a PDF.
/// Each is uploaded, gets zones where places are, and is printed as the sheet a student marks. The
/// sheets are kept under `target/plans` to be looked at; what was seen stands in
/// docs/modules/contexts.md.
@SightlineTest
class RealPlansOnPaperTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds test;
  @Autowired private Rounds rounds;
  @Autowired private FloorPlans plans;

  /// @param zones names and corners in percent, as they are typed in the table
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "japan_high_school/floor_2.png | Second floor | Stairwell:10,30 20,30 20,45 10,45;Music corridor:30,30 70,30 70,36 30,36;Library:72,50 92,50 92,70 72,70",
        "marked_map_pair/omaha_blank.png | Way to school | Bus stop:8,10 22,10 22,28 8,28;Underpass:40,40 60,38 62,55 42,58;Park gate:70,70 90,70 80,92;Corner shop:15,60 32,60 32,80 15,80",
        "office_floor_overlay.pdf | Sixth form block | Reception:5,20 25,20 25,60 5,60;Meeting rooms:40,10 60,10 60,40 40,40;Kitchen:75,45 95,45 95,85 75,85"
      })
  void aRealPlanBecomesASheetToMark(String file, String name, String zones) throws IOException {
    var owner = people.signedIn(Role.ROUND_OWNER);
    String plan = upload(owner, file, name);
    for (String zone : zones.split(";")) {
      draw(owner, plan, zone.split(":")[0], zone.split(":")[1]);
    }
    var id = new FloorPlanId(UUID.fromString(plan.replaceAll(".*/", "")));
    var version = plans.newest(test.owner(), id);
    assertThat(version.zones()).hasSize(zones.split(";").length + 1);
    var round = rounds.start(test.owner(), people.school(), name, version.id(), null);
    var session = test.aPlannedSession(round);

    var printed =
        owner.post(
            "/engagement/sessions/" + session.id() + "/pack/printing",
            "part",
            "large-plan-sheets",
            "large-plan-sheets",
            "1");

    assertThat(printed.status()).isEqualTo(200);
    var kept = Files.createDirectories(Path.of("target", "plans"));
    try (var pdf = Loader.loadPDF(printed.response().body())) {
      var sheet = new PDFRenderer(pdf).renderImageWithDPI(0, 110);
      ImageIO.write(
          sheet, "png", kept.resolve("sheet-" + name.replace(' ', '-') + ".png").toFile());
      assertThat(new PDFTextStripper().getText(pdf)).contains("Map of our school", "Your slip");
      assertThat(ink(sheet)).as("the plan shows, and leaves room to mark").isBetween(0.01, 0.6);
    }
  }

  private static String upload(Visitor owner, String file, String name) throws IOException {
    var started =
        owner.upload(
            "/contexts/plans/starting",
            "file",
            Path.of(file).getFileName().toString(),
            Files.readAllBytes(shared(file)),
            "name",
            name,
            "way",
            "upload",
            "page",
            "1");
    assertThat(started.status()).as(started.page().text()).isEqualTo(200);
    return started.path().replaceAll("(/contexts/plans/[^/]+).*", "$1");
  }

  private static void draw(Visitor owner, String plan, String name, String corners) {
    String basedOn = owner.get(plan).page().select("[name=basedOn]").first().val();
    var drawn =
        owner.post(
            plan + "/zones", "floor", "0", "basedOn", basedOn, "name", name, "corners", corners);
    assertThat(drawn.status()).as(drawn.page().select("main").text()).isEqualTo(200);
    assertThat(drawn.page().select(".plan__table tbody th").eachText())
        .anyMatch(row -> row.contains(name));
  }

  private static double ink(java.awt.image.BufferedImage picture) {
    long dark = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        dark += (picture.getRGB(x, y) & 0xff) < 200 ? 1 : 0;
      }
    }
    return (double) dark / picture.getWidth() / picture.getHeight();
  }

  private static Path shared(String name) {
    var file =
        Stream.iterate(Path.of("").toAbsolutePath(), f -> f != null, Path::getParent)
            .map(folder -> folder.resolve("shared/data/floorplans").resolve(name))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(file.isPresent(), "shared/data/floorplans is not beside this repository");
    return file.orElseThrow();
  }
}
