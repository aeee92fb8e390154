package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// One day by which students hear what the school did, wherever they are told.
@SightlineTest
class TellingPagesTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private Sessions sessions;
  @Autowired private SystemStore store;

  @Test
  void onlyTheOwnerSetsIt() {
    var round = rounds.aRound();

    assertThat(people.stranger().get(path(round)).path()).isEqualTo("/signing-in");
    for (Role role : List.of(Role.FACILITATOR, Role.HEAD, Role.SAFEGUARDING_LEAD)) {
      assertThat(people.signedIn(role).get(path(round)).status()).as("%s", role).isEqualTo(404);
      assertThat(
              set(
                      people.signedIn(role),
                      round,
                      LocalDate.now(ZoneId.of("Europe/London")).plusDays(9))
                  .status())
          .isEqualTo(404);
    }
  }

  @Test
  void noDayADayThatIsPastOrYearsAheadIsRefusedAndStaysTyped() {
    var round = rounds.aRound();
    var owner = people.signedIn(Role.ROUND_OWNER);

    assertThat(owner.post(path(round), "was", round.tellBy().toString()).status()).isEqualTo(422);
    assertThat(set(owner, round, LocalDate.now(ZoneId.of("Europe/London")).minusDays(1)).status())
        .isEqualTo(422);
    var late = set(owner, round, LocalDate.now(ZoneId.of("Europe/London")).plusYears(3));

    assertThat(late.status()).isEqualTo(422);
    assertThat(late.page().select("#day-year").val())
        .isEqualTo(
            String.valueOf(LocalDate.now(ZoneId.of("Europe/London")).plusYears(3).getYear()));
  }

  @Test
  void whoSetsItSecondIsTold() {
    var round = rounds.aRound();
    var owner = people.signedIn(Role.ROUND_OWNER);
    set(owner, round, LocalDate.now(ZoneId.of("Europe/London")).plusDays(30));

    assertThat(set(owner, round, LocalDate.now(ZoneId.of("Europe/London")).plusDays(40)).status())
        .isEqualTo(412);
  }

  @Test
  void untilItIsSetItIsTwelveWeeksAfterTheRoundWasOpened() {
    var round = rounds.aRound();

    assertThat(
            people.signedIn(Role.FACILITATOR).get("/engagement/rounds/" + round.id()).page().text())
        .contains("Students hear by " + DayWords.of(round.openedOn().plusWeeks(12)));
  }

  @Test
  void theRunSheetTheConsentFormThePlanAndThePosterSayTheSameDay() {
    var round = rounds.aRound();
    var session = rounds.anOpenSession(round);
    var owner = people.signedIn(Role.ROUND_OWNER);
    var day = LocalDate.now(ZoneId.of("Europe/London")).plusDays(50);

    var after = set(owner, round, day);

    assertThat(after.path()).isEqualTo("/engagement/rounds/" + round.id());
    assertThat(after.page().text()).contains("Students hear by " + DayWords.of(day));
    String here = "/engagement/sessions/" + session.id();
    assertThat(owner.get(here + "/running").page().outerHtml())
        .contains("We will tell you what it did by " + DayWords.of(day));
    String plain = day.format(java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy"));
    assertThat(owner.get("/plans/" + round.id()).page().text()).contains("hear by " + plain);
    assertThat(owner.get("/plans/" + round.id() + "/poster").page().text()).contains(plain);
    assertThat(Trail.of(store, round.id().value())).contains("engagement.tell-by-set DONE");
  }

  @Test
  void inTheWeekBeforeTheRoundSaysThatSlipBoxesClose() {
    var round = rounds.aRound();
    var held = LocalDate.now(ZoneId.of("Europe/London")).minusDays(23);
    var session =
        sessions.plan(
            rounds.owner(), round.id(), SessionDetails.on(held, java.time.LocalTime.of(10, 0)));
    var owner = people.signedIn(Role.ROUND_OWNER);
    String here = "/engagement/rounds/" + round.id();
    assertThat(owner.get(here).page().text()).doesNotContain("slip boxes");

    sessions.respond(
        rounds.owner(),
        session.id(),
        new ResponsePlan(people.cast().the(Role.SAFEGUARDING_LEAD).id(), "To the lead."));
    sessions.start(rounds.owner(), session.id(), held);

    assertThat(owner.get(here).page().select(".govuk-inset-text").text())
        .contains("slip boxes of session 1 close")
        .contains(DayWords.of(sessions.find(rounds.owner(), session.id()).lastDay()));
  }

  @Test
  void onlyTheOwnerWritesDownThatStudentsWereTold() {
    var round = rounds.aRound();
    String at = "/engagement/rounds/" + round.id() + "/told";

    assertThat(people.stranger().get(at).path()).isEqualTo("/signing-in");
    for (Role role : List.of(Role.FACILITATOR, Role.HEAD, Role.SAFEGUARDING_LEAD)) {
      assertThat(people.signedIn(role).get(at).status()).as("%s", role).isEqualTo(404);
      assertThat(told(people.signedIn(role), round, TODAY, "audience", "EVERYBODY").status())
          .isEqualTo(404);
    }
  }

  @Test
  void aDayAheadNobodyAndNoWayAreRefusedAndWhatWasTypedStays() {
    var round = rounds.aRound();
    var owner = people.signedIn(Role.ROUND_OWNER);

    var empty = told(owner, round, TODAY.plusDays(1));
    var ahead =
        told(owner, round, TODAY.plusDays(1), "audience", "SOME_YEARS", "ways", "TUTOR_TIME");

    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.page().select(".govuk-error-summary a").eachAttr("href"))
        .containsExactly("#audience", "#ways");
    assertThat(ahead.status()).isEqualTo(422);
    assertThat(ahead.page().select(".govuk-error-summary").text()).contains("until today");
    assertThat(ahead.page().select("input[checked]").eachAttr("value"))
        .containsExactly("SOME_YEARS", "TUTOR_TIME");
  }

  /// The promise is kept, and everybody in the round reads when and how (A37, A68).
  @Test
  void whenAndHowStudentsWereToldStandsOnTheRoundUntilItIsTakenBack() {
    var round = rounds.aRound();
    var owner = people.signedIn(Role.ROUND_OWNER);
    String here = "/engagement/rounds/" + round.id();
    assertThat(owner.get(here + "/ending").page().text())
        .contains("Nobody has written down yet that students were told");

    var after =
        told(owner, round, TODAY, "audience", "EVERYBODY", "ways", "POSTER", "ways", "ASSEMBLY");

    String sentence =
        "Students were told on %s: the whole school, in assembly and with the poster."
            .formatted(DayWords.of(TODAY));
    assertThat(after.page().select("#told").text()).contains(sentence);
    assertThat(people.signedIn(Role.FACILITATOR).get(here).page().text()).contains(sentence);
    assertThat(owner.get(here + "/ending").page().text()).contains(sentence);

    var back = owner.post(after.page().select("form[action$=taking-back]").attr("action"));
    assertThat(back.page().select("#told")).isEmpty();
    assertThat(owner.get(here).page().text()).doesNotContain("Students were told on");
    assertThat(
            store
                .jdbc()
                .sql(
                    "select act from audit.entry where workspace = :round and act like 'engagement.students-told%' and outcome = 'DONE' order by seq")
                .param("round", round.id().value())
                .query(String.class)
                .list())
        .containsExactly("engagement.students-told", "engagement.students-told-taken-back");
  }

  private static Visitor.Arrived told(Visitor visitor, Round round, LocalDate day, String... more) {
    var fields = new ArrayList<>(List.of("on-day", "" + day.getDayOfMonth()));
    fields.addAll(List.of("on-month", "" + day.getMonthValue()));
    fields.addAll(List.of("on-year", "" + day.getYear()));
    fields.addAll(List.of(more));
    return visitor.post(
        "/engagement/rounds/" + round.id() + "/told", fields.toArray(String[]::new));
  }

  private static Visitor.Arrived set(Visitor visitor, Round round, LocalDate day) {
    var fields = new ArrayList<>(List.of("was", round.tellBy().toString()));
    fields.addAll(List.of("day-day", "" + day.getDayOfMonth()));
    fields.addAll(List.of("day-month", "" + day.getMonthValue()));
    fields.addAll(List.of("day-year", "" + day.getYear()));
    return visitor.post(path(round), fields.toArray(String[]::new));
  }

  private static String path(Round round) {
    return "/engagement/rounds/" + round.id() + "/telling";
  }
}
