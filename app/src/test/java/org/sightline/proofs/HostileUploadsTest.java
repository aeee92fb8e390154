package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.HostileFiles;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;

/// Issue 2, What bad input gets: a file that is no plan gets a sentence on the page it was chosen
/// on, and leaves nothing behind: no row, no file, no memory.
@SightlineTest
class HostileUploadsTest {

  private static final long MEGABYTE = 1024L * 1024;

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private FloorPlans plans;
  @Autowired private DatabaseSettings settings;

  private Visitor owner;
  private PlanVersion plan;

  @BeforeEach
  void signIn() {
    owner = people.signedIn(Role.ROUND_OWNER);
    plan = rounds.aPlan();
  }

  @ParameterizedTest
  @MethodSource("org.sightline.proofs.HostileUploads#refused")
  void whatIsNoPlanIsRefusedAndNothingIsKept(HostileUploads.Refused file) throws IOException {
    try (var rows = new Rows(settings)) {
      var before = rows.now();
      var files = temporary();

      var arrived = start(file.name(), file.bytes());

      assertThat(arrived.status()).isEqualTo(422);
      assertThat(arrived.page().select("#file-error").text()).containsIgnoringCase(file.says());
      assertThat(arrived.page().select("#file-error").text().length()).isGreaterThan(30);
      assertThat(arrived.page().select(".govuk-error-summary a").attr("href")).isEqualTo("#file");
      assertThat(AnswerRules.broken(arrived)).isEmpty();
      assertThat(rows.now()).isEqualTo(before);
      assertThat(temporary()).isEqualTo(files);
    }
  }

  @Test
  void memoryIsFlatAfterManyLargeFiles() {
    byte[] large = new byte[18 * (int) MEGABYTE];
    start("warm.png", large);

    long least =
        IntStream.range(0, 3)
            .mapToLong(
                round -> {
                  long before = usedAfterCollecting();
                  IntStream.range(0, 8).forEach(i -> start("large.png", large));
                  return usedAfterCollecting() - before;
                })
            .min()
            .orElseThrow();

    assertThat(least).as("What eight files keep, every time").isLessThan(18 * MEGABYTE);
  }

  @Test
  void aPageThatUnpacksToVeryMuchLeavesNothingBehind() throws IOException {
    var files = temporary();
    for (boolean twice : new boolean[] {false, true}) {
      byte[] bomb = HostileUploads.bomb(twice);
      long before = usedAfterCollecting();

      var arrived = start("bomb.pdf", bomb);

      assertThat(AnswerRules.broken(arrived)).isEmpty();
      assertThat(arrived.status()).isIn(200, 422);
      assertThat(usedAfterCollecting() - before).isLessThan(100 * MEGABYTE);
      assertThat(temporary()).isEqualTo(files);
    }
  }

  @Test
  void ofAFileThatIsTakenOnlyThePictureIsKept() {
    for (byte[] odd :
        new byte[][] {
          HostileUploads.interlaced(),
          HostileUploads.pictureAndPage(),
          HostileUploads.muchSaidAboutIt("Exif\0\0", 0xe1)
        }) {
      var shown = start("odd.png", odd);

      assertThat(shown.status())
          .as(shown.page().select(".govuk-error-summary").text())
          .isEqualTo(200);
      var address = shown.page().select(".plan__picture image").attr("href");
      var kept = owner.get(address).response();
      assertThat(kept.headers().firstValue("Content-Type")).contains("image/png");
      assertThat(new String(kept.body(), StandardCharsets.ISO_8859_1))
          .doesNotContain(HostileUploads.MARK);
    }
  }

  @Test
  void aFloorThatCannotBeSavedKeepsNoPicture() {
    byte[] picture = HostileFiles.encoded(HostileFiles.quarters(600, 400), "png");
    String floors = "/contexts/plans/" + plan.plan() + "/floors";
    owner.upload(floors, "file", "", new byte[0], "basedOn", "1", "name", "First floor");
    try (var rows = new Rows(settings)) {
      var before = rows.now();

      var late = owner.upload(floors, "file", "a.png", picture, "basedOn", "1", "name", "Second");

      assertThat(late.status()).isEqualTo(412);
      assertThat(rows.now()).isEqualTo(before);
    }
  }

  @Test
  void aFloorThatIsNotThereCannotBeNamedOrTakenAway() {
    String floors = "/contexts/plans/" + plan.plan() + "/floors";

    assertThat(owner.post(floors + "/7", "basedOn", "1", "name", "Loft").status()).isEqualTo(404);
    assertThat(owner.post(floors + "/7/removal", "basedOn", "1").status()).isEqualTo(404);
    assertThat(plans.newest(rounds.owner(), plan.plan()).number()).isEqualTo(1);
  }

  @Test
  void aDrawingThatIsNoneIsRefusedWithThePlace() {
    String many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> i % 100 + "," + i / 100)
            .collect(Collectors.joining(" "));
    String few =
        IntStream.range(0, 101).mapToObj(i -> i % 90 + "," + i).collect(Collectors.joining(" "));
    assertSoftly(
        all -> {
          all.assertThat(zone(many)).contains("draw the zone more simply");
          all.assertThat(zone(few)).contains("at most 100 corners");
          all.assertThat(zone("NaN,10 40,10 40,30")).contains("Corner 1");
          all.assertThat(zone("10,10 40,10 Infinity,30")).contains("Corner 3");
          all.assertThat(zone("10,10 40,10 40,30 10,10")).contains("corner 1", "10% across");
          all.assertThat(zone("10,10 40,40 40,10 10,40")).contains("crosses", "near 25% across");
          all.assertThat(zone("10,10 1000000,10 40,30")).contains("Corner 2");
          all.assertThat(outline("[[NaN,0.1],[0.4,0.1],[0.4,0.3]]"))
              .contains("draw the zone again");
          all.assertThat(outline("[[1e400,0.1],[0.4,0.1],[0.4,0.3]]")).contains("Corner 1");
          all.assertThat(outline("[[0.1,0.1],[0.4,0.1],[0.4,0.1],[0.1,0.3]]")).contains("Corner 3");
          all.assertThat(outline("[[0.1,0.1],[0.4,0.4],[0.4,0.1],[0.1,0.4]]")).contains("crosses");
          all.assertThat(outline("[".repeat(100_000))).contains("draw the zone again");
        });
    assertThat(plans.newest(rounds.owner(), plan.plan()).number()).isEqualTo(1);
  }

  private String zone(String corners) {
    var arrived =
        owner.post(
            "/contexts/plans/" + plan.plan() + "/zones",
            "floor",
            "0",
            "basedOn",
            "1",
            "name",
            "Attic",
            "corners",
            corners);
    assertThat(arrived.status()).isEqualTo(422);
    return arrived.page().select(".govuk-error-summary").text();
  }

  private String outline(String json) {
    var arrived =
        owner.post(
            "/contexts/plans/" + plan.plan() + "/outlines",
            "floor",
            "0",
            "basedOn",
            "1",
            "zone-" + plan.zones().getFirst().key(),
            json);
    assertThat(arrived.status()).isEqualTo(422);
    return arrived.page().select("main").text();
  }

  private Arrived start(String name, byte[] file) {
    return owner.upload(
        "/contexts/plans/starting",
        "file",
        name,
        file,
        "name",
        "Uploaded",
        "way",
        "upload",
        "page",
        "1");
  }

  private static Set<String> temporary() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("plan-intake") || name.startsWith("upload"))
          .collect(Collectors.toSet());
    }
  }

  private static long usedAfterCollecting() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
