package org.sightline.engagement.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class RunningTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private DatabaseSettings settings;

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

    assertThat(page.select("[data-stage=marking]").attr("data-elapsed")).isEqualTo("61");
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

  /// A47, A55: one hands out, the other takes in.
  @Test
  void twoFacilitatorsCountWithoutUndoingOneAnother() {
    var colleague = people.signedIn(Role.ROUND_OWNER);
    var shown = facilitator.get(base).page();
    assertThat(shown.select("[data-counts] input[name=shownIn]").val()).isEqualTo("0");

    colleague.post(base + "/counts", "in", "5", "script", "yes");
    facilitator.post(base + "/counts", "out", "7", "script", "yes");
    // Without a script the whole form comes, with what its page had shown.
    var page =
        facilitator
            .post(
                base + "/counts",
                "out",
                "8",
                "in",
                "0",
                "left",
                "1",
                "shownOut",
                "0",
                "shownIn",
                "0",
                "shownLeft",
                "0")
            .page();

    assertThat(page.select("[data-count]").eachAttr("value")).containsExactly("8", "5", "1");
  }

  /// A23: what was written without a connection keeps its own moment; an impossible age does not.
  @Test
  void whatArrivesLaterKeepsTheMomentAtWhichItWasWritten() {
    var entry = UUID.randomUUID().toString();
    var wrong = UUID.randomUUID().toString();

    facilitator.post(base + "/cues", "line", "at-risk", "age", "3600", "script", "yes");
    facilitator.post(base + "/later", "entry", entry, "text", "x", "age", "3600", "script", "yes");
    facilitator.post(
        base + "/later", "entry", wrong, "text", "x", "age", "9000000", "script", "yes");
    facilitator.post(base + "/cues", "line", "own-map", "age", "-5", "script", "yes");

    assertThat(olderThanFiftyMinutes("select said_at from engagement.cue where line = 'at-risk'"))
        .isTrue();
    assertThat(olderThanFiftyMinutes("select said_at from engagement.cue where line = 'own-map'"))
        .isFalse();
    var thief = new DatabaseReader(settings);
    String raised =
        "select count(*)::int from concerns.concern where id = ?::uuid"
            + " and raised_at between now() - interval '65 minutes' and now() - interval '55 minutes'";
    assertThat(thief.count(raised, entry)).isEqualTo(1);
    assertThat(thief.count(raised, wrong)).isZero();
  }

  private boolean olderThanFiftyMinutes(String moment) {
    return new DatabaseReader(settings)
            .count(
                "select count(*)::int from (%s and session_id = ?) as asked(at) where at < now() - interval '50 minutes'"
                    .formatted(moment),
                session.id().value())
        == 1;
  }

  @Test
  void everyPartKeepsItsTimeAndWhatWasPressedEarlierComesTooLate() {
    String stages = base + "/stages";
    facilitator.post(
        stages, "stage", "welcome", "elapsed", "0", "running", "true", "age", "300", "script", "y");
    facilitator.post(
        stages, "stage", "marking", "elapsed", "0", "running", "true", "age", "60", "script", "y");
    facilitator.post(
        stages, "stage", "close", "elapsed", "9", "running", "true", "age", "90", "script", "y");

    var page = facilitator.get(base).page();

    assertThat(page.select("[aria-current=step]").text()).contains("Marking the map");
    assertThat(seconds(page, "welcome")).isBetween(240, 245);
    assertThat(seconds(page, "marking")).isBetween(60, 70);
    assertThat(seconds(page, "close")).isZero();
    // Paused without a script, where nobody but the server counts.
    var paused = facilitator.post(stages, "stage", "marking", "running", "false").page();
    assertThat(seconds(paused, "marking")).isBetween(60, 70);
    assertThat(paused.select("#stage-welcome [data-timer] button").text()).isEqualTo("Carry on");
  }

  private static int seconds(Document page, String stage) {
    return Integer.parseInt(page.select("[data-stage=%s]".formatted(stage)).attr("data-elapsed"));
  }

  /// A23, also for whoever never starts the first part's timer and has no script.
  @Test
  void remindsOfAPromiseThatIsNotTickedWhenALaterPartIsOn() {
    String missed = "#stage-marking [data-missed]:not([hidden])";
    var started = facilitator.post(base + "/stages", "stage", "marking", "running", "true").page();

    assertThat(started.select(missed).text()).contains("Not ticked yet");
    assertThat(started.select("#stage-welcome [data-missed]")).isEmpty();
    assertThat(started.select("#stage-discussion [data-missed]").hasAttr("hidden")).isTrue();
    var ticked = facilitator.post(base + "/cues", "line", "at-risk").page();
    assertThat(ticked.select(missed)).isEmpty();
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
