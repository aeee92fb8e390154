package org.sightline.engagement.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class RunningTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;

  private Session session;
  private String base;
  private Visitor facilitator;

  @BeforeEach
  void openASession() {
    session = rounds.anOpenSession(rounds.aRound());
    base = "/engagement/sessions/" + session.id() + "/running";
    facilitator = people.signedIn(Role.FACILITATOR);
  }

  @Test
  void isNotThereForSomebodyFromAnotherSchool() {
    var outsider = people.signedIn(people.cast().outsider());

    assertThat(outsider.get(base).status()).isEqualTo(404);
    assertThat(outsider.post(base + "/notes", "text", "x").status()).isEqualTo(404);
    assertThat(outsider.post(base + "/cues", "line", "at-risk").status()).isEqualTo(404);
  }

  @Test
  void isNotThereForTheAdministrator() {
    assertThat(people.signedIn(Role.ADMINISTRATOR).get(base).status()).isEqualTo(404);
  }

  @Test
  void refusesAnEmptyNoteAndOneThatIsTooLong() {
    assertThat(facilitator.post(base + "/notes", "text", "  ").page().text())
        .contains("The note is empty");
    assertThat(facilitator.post(base + "/notes", "text", "x".repeat(2_001)).page().text())
        .contains("2000")
        .contains("2001");
  }

  @Test
  void cannotRunBeforeItHasStarted() {
    var planned = rounds.aPlannedSession(rounds.aRound());

    var page = facilitator.get("/engagement/sessions/" + planned.id() + "/running");

    assertThat(page.page().text()).contains("has not started");
  }

  @Test
  void recordsNothingBeforeItHasStarted() {
    var planned = rounds.aPlannedSession(rounds.aRound());
    String early = "/engagement/sessions/" + planned.id() + "/running";

    assertThat(facilitator.post(early + "/notes", "text", "x").status()).isEqualTo(422);
    assertThat(facilitator.post(early + "/counts", "out", "7").page().text())
        .contains("has not started");
  }

  @Test
  void refusesEveryChangeOnceItIsClosedAndStillShowsItsNotes() {
    var kept = facilitator.post(base + "/notes", "text", "It is dark behind the hall").page();
    var note = kept.select(".run__notes input[name=note]").val();
    facilitator.post(base + "/cues", "line", "at-risk");
    close();

    for (var change :
        List.of(
            facilitator.post(base + "/notes", "text", "Too late"),
            facilitator.post(base + "/notes", "text", "Too late", "script", "yes"),
            facilitator.post(base + "/strikings", "note", note),
            facilitator.post(base + "/cues", "line", "stays-here"),
            facilitator.post(base + "/counts", "out", "9", "in", "9", "left", "9"),
            facilitator.post(
                base + "/stages", "stage", "marking", "elapsed", "61", "running", "true"))) {
      assertThat(change.status()).isEqualTo(422);
      assertThat(change.page().select("main p").first().text())
          .startsWith("This session is closed");
    }
    var page = facilitator.get(base).page();
    assertThat(page.select(".run__notes li").eachText())
        .containsExactly("It is dark behind the hall");
    assertThat(page.select(".run__said")).hasSize(1);
    assertThat(page.select("main form").eachAttr("action")).containsExactly(base + "/later");
  }

  @Test
  void takesAWorryAlsoAfterItIsClosed() {
    close();
    var entry = UUID.randomUUID().toString();

    facilitator.post(base + "/later", "entry", entry, "text", "Quincewort was upset afterwards");

    assertThat(people.signedIn(Role.SAFEGUARDING_LEAD).get("/concerns/" + entry).page().text())
        .contains("Quincewort");
  }

  @Test
  void countsWhoLeftAndAsksNothing() {
    var page = facilitator.post(base + "/counts", "out", "7", "in", "6", "left", "1").page();

    assertThat(page.select("#count-left").val()).isEqualTo("1");
    assertThat(page.select("label[for=count-left] ~ *, #count-left-hint").text())
        .contains("Ask nothing at the door");
    assertThat(page.select("#stage-marking").text()).contains("not asked anything at the door");
  }

  @Test
  void saysWhatToSayNowWithTheNamesFilledIn() {
    var page = facilitator.get(base).page();

    assertThat(page.select("#stage-welcome .run__say").text())
        .contains("I must pass it on")
        .contains(people.cast().the(Role.SAFEGUARDING_LEAD).name())
        .contains(people.cast().the(Role.DEPUTY_LEAD).name());
    assertThat(page.select(".run__say").text()).doesNotContain("{");
  }

  @Test
  void keepsANoteOnceHoweverOftenItIsSent() {
    var entry = UUID.randomUUID().toString();

    facilitator.post(base + "/notes", "entry", entry, "text", "It is dark there", "script", "yes");
    var page = facilitator.post(base + "/notes", "entry", entry, "text", "It is dark there").page();

    assertThat(page.select(".run__notes li").eachText())
        .hasSize(1)
        .first()
        .asString()
        .contains("It is dark there");
  }

  @Test
  void warnsAboutANameAlsoWithoutAScript() {
    var page = facilitator.post(base + "/notes", "text", "they said it was Quincewort").page();

    assertThat(page.select(".govuk-notification-banner").text())
        .contains("may name somebody")
        .doesNotContain("Quincewort");
    assertThat(
            facilitator
                .post(base + "/notes", "text", "it is dark")
                .page()
                .select(".govuk-notification-banner"))
        .isEmpty();
  }

  @Test
  void strikesANoteOutForGood() {
    var page = facilitator.post(base + "/notes", "text", "Something a student takes back").page();
    var note = page.select(".run__notes input[name=note]").val();

    var after = facilitator.post(base + "/strikings", "note", note).page();

    assertThat(after.text())
        .contains("Struck out")
        .doesNotContain("Something a student takes back");
  }

  @Test
  void recordsWhoSaidThePromiseAndWhen() {
    var page = facilitator.post(base + "/cues", "line", "at-risk").page();

    assertThat(page.select(".run__said").text())
        .contains("Said at")
        .contains(people.cast().the(Role.FACILITATOR).name());
  }

  @Test
  void keepsTheTimerOverAReload() {
    facilitator.post(base + "/stages", "stage", "marking", "elapsed", "61", "running", "false");

    var page = facilitator.get(base).page();

    assertThat(page.select(".run").attr("data-elapsed")).isEqualTo("61");
    assertThat(page.select("[aria-current=step]").text()).contains("Marking the map");
  }

  @Test
  void countsMapsAndRefusesNonsense() {
    assertThat(
            facilitator
                .post(base + "/counts", "out", "7", "in", "6", "left", "1")
                .page()
                .select("#count-in")
                .val())
        .isEqualTo("6");
    assertThat(
            facilitator.post(base + "/counts", "out", "-1", "in", "0", "left", "0").page().text())
        .contains("between 0 and 500");
    assertThat(facilitator.post(base + "/counts", "out", "many", "in", "0", "left", "0").status())
        .isEqualTo(400);
  }

  @Test
  void passesANoteForLaterOnAndShowsNothingOfIt() {
    var entry = UUID.randomUUID().toString();

    var page =
        facilitator.post(
            base + "/later", "entry", entry, "text", "Quincewort said it happens again");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.page().text()).doesNotContain("Quincewort");
    assertThat(facilitator.post(base + "/later", "text", " ").status()).isEqualTo(422);
    assertThat(people.signedIn(Role.SAFEGUARDING_LEAD).get("/concerns/" + entry).page().text())
        .contains("Quincewort");
    assertThat(facilitator.get("/concerns/" + entry).status()).isEqualTo(404);
  }

  @Test
  void showsNothingOfAnyConcern() {
    var page = facilitator.get(base).page();

    assertThat(page.select("nav[aria-label=Main]")).isEmpty();
    assertThat(page.select("header a[href*=concerns]")).isEmpty();
  }

  private void close() {
    facilitator.post("/engagement/sessions/" + session.id() + "/closing", "out", "0");
  }
}
