package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.FloorPlanId;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// Issue 2, section 5: a secondary school's own plan, twenty zones on it, sixty maps, and the
/// printed score map. The printed pages are kept under `target/plans` to be looked at.
@SightlineTest
class RealPlanTest {

  private static final String[] SHOWN = {"fewer than 5", "not shown"};
  private static final String[] LEVELS = {"R", "Y", "G"};
  private static final int SESSIONS = 8;
  private static final int MAPS = 60;

  private static final List<String> NAMES =
      List.of(
          "Main gate",
          "Bicycle shed",
          "Front yard",
          "Library",
          "Canteen",
          "Music room",
          "Art room",
          "West stairs",
          "East stairs",
          "Long corridor",
          "Toilets by the hall",
          "Sports hall",
          "Changing rooms",
          "Science block",
          "Back of the pool",
          "Nurse's room",
          "Entrance hall",
          "Locker row",
          "Path to the bus stop",
          "Running track");

  @Autowired private TestPeople people;
  @Autowired private TestRounds test;
  @Autowired private Rounds rounds;
  @Autowired private FloorPlans plans;

  /// What was marked, by the zone's name: red, yellow, green.
  private final Map<String, int[]> marked = new HashMap<>();

  @Test
  void twentyZonesAndSixtyMapsMakeOneReadablePage() throws IOException {
    var owner = people.signedIn(Role.ROUND_OWNER);
    var round = round(owner, draw(owner));
    hold(owner, round);
    String results = "/engagement/rounds/" + round.id() + "/results";
    assertThat(owner.post(results + "/publishing").status()).isEqualTo(200);

    // A table that leaves is asked for by somebody who has just shown who they are (AN-12).
    var again = people.signedIn(Role.ROUND_OWNER);
    checkCounts(new String(bytes(again, results + "/score-summary.csv"), StandardCharsets.UTF_8));
    checkPrint("A4", bytes(owner, results + "/score-summary.pdf?paper=A4"));
    checkPrint("A3", bytes(owner, results + "/score-summary.pdf?paper=A3"));
  }

  /// @return the plan, with its zones drawn on the picture
  private String draw(Visitor owner) throws IOException {
    var started =
        owner.upload(
            "/contexts/plans/starting",
            "file",
            "floor_1.png",
            Files.readAllBytes(picture()),
            "name",
            "Whole site",
            "way",
            "upload",
            "page",
            "1");
    assertThat(started.status()).as(started.page().text()).isEqualTo(200);
    String plan = started.path().replaceAll("(/contexts/plans/[^/]+).*", "$1");
    for (int at = 0; at < NAMES.size(); at++) {
      String basedOn = owner.get(plan).page().select("[name=basedOn]").first().val();
      var drawn =
          owner.post(
              plan + "/zones",
              "floor",
              "0",
              "basedOn",
              basedOn,
              "name",
              NAMES.get(at),
              "corners",
              corners(at));
      assertThat(drawn.status()).as(drawn.page().select("main").text()).isEqualTo(200);
    }
    return plan;
  }

  /// Four rows of five; every third is a triangle, as people draw them.
  private static String corners(int at) {
    int x = 4 + 19 * (at % 5);
    int y = 6 + 23 * (at / 5);
    return at % 3 == 0
        ? "%d,%d %d,%d %d,%d".formatted(x, y, x + 15, y + 3, x + 4, y + 17)
        : "%d,%d %d,%d %d,%d %d,%d".formatted(x, y, x + 15, y, x + 15, y + 16, x, y + 16);
  }

  private Round round(Visitor owner, String plan) {
    var id = new FloorPlanId(UUID.fromString(plan.replaceAll(".*/", "")));
    var version = plans.newest(test.owner(), id);
    assertThat(version.zones().stream().map(zone -> zone.name())).containsAll(NAMES);
    return rounds.start(test.owner(), people.school(), "Real plan", version.id(), null);
  }

  private void hold(Visitor owner, Round round) {
    int map = 0;
    for (int at = 0; at < SESSIONS; at++) {
      Session session = test.anOpenSession(round);
      int students = MAPS / SESSIONS + (at < MAPS % SESSIONS ? 1 : 0);
      for (int student = 0; student < students; student++) {
        mark(session, map++);
      }
      var closed =
          owner.post("/engagement/sessions/" + session.id() + "/closing", "out", "" + students);
      assertThat(closed.status()).isEqualTo(200);
    }
    assertThat(map).isEqualTo(MAPS);
  }

  private void mark(Session session, int map) {
    var student = people.student();
    student.post("/joining", "code", session.classCode());
    var fields = new ArrayList<>(List.of("year", "", "slip", ""));
    for (var place : student.get("/marking").page().select("fieldset.place")) {
      int zone = NAMES.indexOf(place.attr("data-name"));
      int pick = (map * 7 + zone * zone + map / 9) % 5;
      if (zone >= 0 && pick < 4) {
        int level = zone % 3 == 0 ? Math.min(2, pick) : (pick + zone) % 3;
        fields.addAll(
            List.of(place.select("input[type=radio]").first().attr("name"), LEVELS[level]));
        marked.computeIfAbsent(NAMES.get(zone), name -> new int[3])[level]++;
      }
    }
    var sent = student.post("/slip", fields.toArray(String[]::new));
    assertThat(sent.status()).as(sent.page().text()).isEqualTo(200);
  }

  /// Every count that is shown is what was marked; every other stands for fewer than five, or is
  /// held back to keep one of those.
  private void checkCounts(String csv) {
    int exact = 0;
    for (String name : NAMES) {
      var row =
          csv.lines().filter(line -> line.contains(name)).findFirst().orElseThrow().split(",");
      for (int level = 0; level < 3; level++) {
        String shown = row[2 + level].replace("\"", "").strip();
        if (shown.matches("\\d+")) {
          exact++;
          assertThat(Integer.parseInt(shown)).as(name).isEqualTo(marked.get(name)[level]);
        } else {
          assertThat(shown.toLowerCase()).as(name).isIn((Object[]) SHOWN);
        }
      }
    }
    assertThat(exact).isGreaterThan(NAMES.size());
  }

  private static void checkPrint(String paper, byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text).contains(NAMES);
      int map = mapPage(document);
      var picture = new PDFRenderer(document).renderImageWithDPI(map, 100);
      var kept = Files.createDirectories(Path.of("target", "plans"));
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        ImageIO.write(
            new PDFRenderer(document).renderImageWithDPI(page, 100),
            "png",
            kept.resolve("score-map-%s-%d.png".formatted(paper, page + 1)).toFile());
      }
      assertThat(ink(picture)).as("ink on the page of the map").isBetween(0.02, 0.7);
    }
  }

  /// The page on which most of the names stand close together is the one with the picture.
  private static int mapPage(PDDocument document) throws IOException {
    for (int page = 0; page < document.getNumberOfPages(); page++) {
      var stripper = new PDFTextStripper();
      stripper.setStartPage(page + 1);
      stripper.setEndPage(page + 1);
      if (stripper.getText(document).contains(NAMES.getFirst())) {
        return page;
      }
    }
    throw new AssertionError("No page has a zone on it");
  }

  private static double ink(BufferedImage picture) {
    long dark = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        dark += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255) < 700 ? 1 : 0;
      }
    }
    return (double) dark / picture.getWidth() / picture.getHeight();
  }

  private static byte[] bytes(Visitor visitor, String path) {
    var answer = visitor.get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.response().body();
  }

  private static Path picture() {
    var file =
        Stream.iterate(Path.of("").toAbsolutePath(), f -> f != null, Path::getParent)
            .map(f -> f.resolve("shared/data/floorplans/japan_high_school/floor_1.png"))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(file.isPresent(), "shared/data/floorplans is not beside this repository");
    return file.orElseThrow();
  }
}
