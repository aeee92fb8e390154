package org.sightline.contexts.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.access.SettingUp;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class DrawingTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private FloorPlans plans;
  @Autowired private SettingUp settingUp;

  private PlanVersion plan;
  private String base;
  private Visitor owner;

  @BeforeEach
  void drawAPlan() {
    plan = rounds.aPlan();
    base = "/contexts/plans/" + plan.plan();
    owner = people.signedIn(Role.ROUND_OWNER);
  }

  @Test
  void isNotThereForSomebodyFromAnotherSchool() {
    var outsider = people.signedIn(people.cast().outsider());

    assertThat(outsider.get(base).status()).isEqualTo(404);
    assertThat(add(outsider, 1, "Attic", "10,10 20,10 20,20").status()).isEqualTo(404);
    assertThat(outsider.get("/contexts/plans").page().text()).doesNotContain("Test plan");
    assertThat(plans.newest(rounds.owner(), plan.plan()).number()).isEqualTo(1);
  }

  @Test
  void isNotThereForTheAdministrator() {
    var administrator =
        new Cast.Member(
            "Isolde Tarnwick",
            Role.ADMINISTRATOR,
            people.cast().school(),
            "isolde-tarnwick",
            "walnut-harbour-candle-nine",
            "Administrator and nothing else");
    settingUp.person(
        administrator.id(),
        administrator.username(),
        administrator.name(),
        administrator.password());
    settingUp.member(
        people.school(), administrator.id(), Role.ADMINISTRATOR, LocalDate.of(2026, 1, 5));

    assertThat(people.signedIn(administrator).get("/contexts/plans").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10,10 40,40 40,10 10,40 | crosses",
        "10,10 140,10 40,30      | outside the plan",
        "10,10 40,10             | at least 3 corners",
        "ten,10 40,10 40,30      | ten,10"
      })
  void refusesAShapeThatCannotBeAndSaysWhere(String corners, String sentence) {
    var page = add(owner, 1, "Attic", corners);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary").text()).containsIgnoringCase(sentence);
    assertThat(page.page().select("#corners").val()).isEqualTo(corners.strip());
    assertThat(plans.newest(rounds.owner(), plan.plan()).number()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                    | Give the place a name",
        "Mr Quill's room       | looks like a person's name",
        "main HALL             | already",
        "012345678901234567890123456789012345678901234567890123456789x | 61 letters"
      })
  void refusesANameThatWillNotDo(String name, String sentence) {
    assertThat(
            add(owner, 1, name, "10,10 20,10 20,20").page().select(".govuk-error-summary").text())
        .contains(sentence);
  }

  @Test
  void twoWhoSaveAtOnceLoseNothing() {
    add(owner, 1, "Attic", "10,10 20,10 20,20");

    var second = add(people.signedIn(Role.HEAD), 1, "Cellar", "50,10 60,10 60,20");

    assertThat(second.status()).isEqualTo(412);
    assertThat(second.page().text()).contains("theirs is kept");
    assertThat(plans.newest(rounds.owner(), plan.plan()).zones())
        .extracting(zone -> zone.name())
        .contains("Attic")
        .doesNotContain("Cellar");
  }

  @Test
  void addsAZoneFromTheTableAndKeepsTheEarlierVersion() {
    var page = add(owner, 1, "Attic <b>bold</b>", "10,10 20,10 20,20").page();

    assertThat(page.select(".plan__table tbody th").eachText()).contains("Attic <b>bold</b>");
    assertThat(page.select(".plan__table b")).isEmpty();
    assertThat(plans.version(rounds.owner(), plan.id()).zones()).hasSize(10);
    assertThat(plans.newest(rounds.owner(), plan.plan()).zones()).hasSize(11);
  }

  @Test
  void keepsWhatIsKnownOfAZone() {
    var zone = plan.zones().getFirst();

    owner.post(
        base + "/zones/" + zone.key(),
        "basedOn",
        "1",
        "floor",
        "0",
        "name",
        zone.name(),
        "corners",
        "10,10 20,10 20,20",
        "adults",
        "RARELY",
        "watched",
        "NO",
        "otherYears",
        "YES",
        "oneAdult",
        "true",
        "notes",
        "Dark in winter");

    var saved = plans.newest(rounds.owner(), plan.plan()).zone(zone.key());
    assertThat(saved.adults().name()).isEqualTo("RARELY");
    assertThat(saved.watched()).isEqualTo(Zone.Answer.NO);
    assertThat(saved.otherYears()).isEqualTo(Zone.Answer.YES);
    assertThat(saved.oneAdult()).isTrue();
    assertThat(saved.notes()).isEqualTo("Dark in winter");
  }

  @Test
  void movesZonesDrawnOnTheMap() {
    var zone = plan.zones().getFirst();

    owner.post(
        base + "/outlines",
        "floor",
        "0",
        "basedOn",
        "1",
        "zone-" + zone.key(),
        "[[0.1,0.1],[0.2,0.1],[0.2,0.3]]");

    assertThat(plans.newest(rounds.owner(), plan.plan()).zone(zone.key()).outline().corners())
        .hasSize(3);
  }

  @Test
  void keepsABoxForSomewhereElse() {
    var elsewhere = plan.zones().stream().filter(z -> z.elsewhere()).findFirst().orElseThrow();

    var page = owner.post(base + "/zones/" + elsewhere.key() + "/removal", "basedOn", "1");

    assertThat(page.page().text()).contains("somewhere else");
    assertThat(plans.newest(rounds.owner(), plan.plan()).zones()).hasSize(10);
  }

  @Test
  void bringsAnEarlierVersionBack() {
    var zone = plan.zones().getFirst();
    owner.post(base + "/zones/" + zone.key() + "/removal", "basedOn", "1");
    assertThat(plans.newest(rounds.owner(), plan.plan()).zones()).hasSize(9);

    owner.post(base + "/versions/" + plan.id() + "/use", "basedOn", "2");

    assertThat(plans.newest(rounds.owner(), plan.plan()).zones()).hasSize(10);
    assertThat(plans.newest(rounds.owner(), plan.plan()).number()).isEqualTo(3);
  }

  @Test
  void refusesAFileThatIsNoPictureAndStoresNothing() {
    int before = plans.newestOf(rounds.owner(), people.school()).size();

    var page = upload("plan.png", "not a picture".getBytes(StandardCharsets.UTF_8));

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select("#file-error").text()).isNotBlank();
    assertThat(page.page().select("#name").val()).isEqualTo("Uploaded");
    assertThat(plans.newestOf(rounds.owner(), people.school())).hasSize(before);
  }

  @Test
  void startsAPlanFromAPictureAndShowsItToMembersOnly() throws Exception {
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", picture);

    var page = upload("plan.png", picture.toByteArray());

    assertThat(page.heading()).isEqualTo("Uploaded");
    String address = page.page().select(".plan__picture image").attr("href");
    assertThat(owner.get(address).response().headers().firstValue("Content-Type"))
        .contains("image/png");
    assertThat(people.signedIn(people.cast().outsider()).get(address).status()).isEqualTo(404);
    assertThat(page.page().select(".plan__table tbody th").text()).contains("Somewhere else");
  }

  @Test
  void startsAPlanFromNamedBoxes() {
    var page =
        owner.post(
            "/contexts/plans/starting",
            "name",
            "Boxes",
            "way",
            "boxes",
            "place",
            "Canteen",
            "place",
            "Stairs");

    assertThat(page.page().select(".plan__table tbody th").eachText())
        .containsExactly("Canteen", "Stairs", "Somewhere else");
  }

  @Test
  void addsAndTakesAwayAFloor() {
    owner.upload(base + "/floors", "file", "", new byte[0], "basedOn", "1", "name", "First floor");
    assertThat(plans.newest(rounds.owner(), plan.plan()).floors()).hasSize(2);

    owner.post(base + "/floors/1/removal", "basedOn", "2");
    assertThat(plans.newest(rounds.owner(), plan.plan()).floors()).hasSize(1);
    assertThat(owner.post(base + "/floors/0/removal", "basedOn", "3").status()).isEqualTo(422);
  }

  private Arrived add(Visitor visitor, int basedOn, String name, String corners) {
    return visitor.post(
        base + "/zones",
        "floor",
        "0",
        "basedOn",
        "" + basedOn,
        "name",
        name,
        "corners",
        corners.strip());
  }

  private Arrived upload(String fileName, byte[] file) {
    return owner.upload(
        "/contexts/plans/starting",
        "file",
        fileName,
        file,
        "name",
        "Uploaded",
        "way",
        "upload",
        "page",
        "1");
  }
}
