package org.sightline.engagement.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanPicture;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class PackPaperTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private FloorPlans plans;
  @Autowired private Rounds allRounds;

  private Session session;

  @BeforeEach
  void planASession() {
    session = rounds.aPlannedSession(rounds.aRound());
  }

  @Test
  void theWholePackNamesLeadAndDeputyAndHoldsEveryPart() {
    var owner = people.signedIn(Role.ROUND_OWNER);

    var pack = wholePack(owner);

    Printed.keep("pack", pack);
    assertThat(Printed.textOf(pack))
        .contains(
            people.cast().the(Role.SAFEGUARDING_LEAD).name(),
            people.cast().the(Role.DEPUTY_LEAD).name(),
            "Help slip",
            "Response card",
            "Raise a concern",
            "Attendance list",
            "Questions to talk about",
            "Run sheet on paper",
            "Slip box");
  }

  @Test
  void aHostilePlanOfSixtyPlacesStillPrintsAllOfThem() {
    var names =
        List.of(
            "<script>alert(1)</script>",
            "\u0001control\uFFFE",
            "العربية 日本 \uD83D\uDE00",
            "a & b ]]> ' \"",
            "Anextremelylongnamewithoutasinglespacethatgoesonandonandonan",
            "Corridor by the science block",
            "Behind the sports hall and the old bicycle sheds",
            "Toilets",
            "{lead} {0} %s $1",
            "Hall");
    printOwnPlan(
        "sixty",
        List.of(
            new Floor(
                0,
                "Ground <b>floor</b> \uD83D\uDE00 and a name as long as it may be",
                1400,
                990,
                null)),
        PaperPlanTest.grid(10, 6, names));
    printOwnPlan(
        "tall", List.of(new Floor(0, "Tower", 900, 1400, null)), PaperPlanTest.grid(3, 6, names));
    printOwnPlan(
        "twenty",
        List.of(Floor.empty(0, "Ground floor")),
        PaperPlanTest.grid(5, 4, names.subList(5, 10)));
  }

  /// Enough to find the way by, and too little to be taken for a pencil: see decision 26.
  @Test
  void aPlanSheetShowsTheSchoolFaintlyBeneathItsPlaces() throws IOException {
    var dark = new BufferedImage(800, 400, BufferedImage.TYPE_BYTE_GRAY);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(dark, "png", bytes);
    var picture =
        plans.keepPicture(
            rounds.owner(), people.school(), new PlanPicture(bytes.toByteArray(), 800, 400));
    var plan =
        plans.start(
            rounds.owner(),
            people.school(),
            "Invented school in the dark",
            List.of(new Floor(0, "Ground floor", 800, 400, picture)),
            PaperPlanTest.grid(2, 2, List.of("Hall", "Yard", "Gate", "Stairs")));
    var round =
        allRounds.start(
            rounds.owner(), people.school(), "Invented round in the dark", plan.id(), null);
    session = rounds.aPlannedSession(round);

    var printed = print(people.signedIn(Role.ROUND_OWNER), "plan-sheets", "plan-sheets", "1");

    Printed.keep("dark", printed);
    assertThat(faintOn(printed)).isBetween(0.3, 0.7);
  }

  /// How much of the first page is grey as a picture beneath the places is.
  private static double faintOn(Visitor.Arrived printed) throws IOException {
    try (var pdf = Loader.loadPDF(printed.response().body())) {
      var page = new PDFRenderer(pdf).renderImageWithDPI(0, 36, ImageType.GRAY);
      int faint = 0;
      for (int y = 0; y < page.getHeight(); y++) {
        for (int x = 0; x < page.getWidth(); x++) {
          int light = page.getRaster().getSample(x, y, 0);
          faint += light >= 238 && light <= 248 ? 1 : 0;
        }
      }
      return (double) faint / (page.getWidth() * page.getHeight());
    }
  }

  /// Not a benchmark: it fails when a pack takes several times as long as it did (under 2 seconds).
  @Test
  void aPackForEightAndTwoSparesIsQuick() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    wholePack(owner);
    wholePack(owner);

    var start = Instant.now();
    var pack = wholePack(owner);
    var taken = Duration.between(start, Instant.now());

    assertThat(pack.response().body().length).isLessThan(3_000_000);
    assertThat(taken).isLessThan(Duration.ofSeconds(10));
  }

  private void printOwnPlan(String name, List<Floor> floors, List<Zone> zones) {
    var plan = plans.start(rounds.owner(), people.school(), name, floors, zones);
    var round = allRounds.start(rounds.owner(), people.school(), name, plan.id(), null);
    session = rounds.aPlannedSession(round);

    var printed =
        print(
            people.signedIn(Role.ROUND_OWNER),
            "all",
            "plan-sheets",
            "1",
            "large-plan-sheets",
            "1",
            "master-sheets",
            "1");

    Printed.keep(name, printed);
    assertThat(printed.status()).isEqualTo(200);
    assertThat(Printed.pagesOf(printed)).hasSize(3);
    assertThat(Printed.pagesOf(printed)).allMatch(page -> page.contains("Map of our school"));
    assertThat(Printed.textOf(printed)).contains("If you lose it, no one can find your map");
  }

  private Visitor.Arrived wholePack(Visitor visitor) {
    return print(
        visitor,
        "all",
        "plan-sheets",
        "10",
        "help-slips",
        "10",
        "response-cards",
        "2",
        "concern-forms",
        "2",
        "attendance-lists",
        "1",
        "questions",
        "2",
        "run-sheets",
        "1",
        "slip-box",
        "1",
        "master-sheets",
        "1",
        "large-plan-sheets",
        "1");
  }

  private Visitor.Arrived print(Visitor visitor, String part, String... copies) {
    var fields = new ArrayList<String>(List.of("part", part));
    fields.addAll(List.of(copies));
    return visitor.post(pack() + "/printing", fields.toArray(String[]::new));
  }

  private String pack() {
    return "/engagement/sessions/" + session.id() + "/pack";
  }
}
