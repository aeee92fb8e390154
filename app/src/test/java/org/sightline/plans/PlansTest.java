package org.sightline.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.testing.SightlineTest;

@SightlineTest
class PlansTest extends PlanTest {

  @Test
  void afterAnythingThatPeopleDoEachIssueHasNoOutcomeOrOneWithItsReasonAuthorAndDate() {
    var random = new java.util.Random(20260322);
    var all = new java.util.ArrayList<IssueId>();
    for (int i = 0; i < 6; i++) {
      all.add(
          plans.raiseIssue(
              owner, round, new NewIssue(null, Source.DISCUSSION, outside("Place " + i, null))));
    }
    int decisions = 0;
    for (int step = 0; step < 60; step++) {
      var issue = issues.one(owner, round, all.get(random.nextInt(all.size())));
      step(random.nextInt(7), issue);

      int now = all.stream().mapToInt(id -> issues.decisions(owner, round, id).size()).sum();
      assertThat(now).as("decisions are only ever added").isGreaterThanOrEqualTo(decisions);
      decisions = now;
      for (Issue each : plans.issuesOf(owner, round)) {
        if (each.hasOutcome()) {
          var decision = java.util.Objects.requireNonNull(each.decision());
          assertThat(decision.by()).isEqualTo(owner.user());
          assertThat(PlanDates.inLondon(decision.at())).isEqualTo(dates.today());
          assertThat(telling.outcome(each)).isNotEqualTo("No outcome yet").hasSizeGreaterThan(10);
          assertThat(telling.author(owner, decision)).startsWith("Recorded by Odette");
        } else {
          assertThat(telling.outcome(each)).isEqualTo("No outcome yet");
        }
      }
    }
    assertThat(decisions).isGreaterThan(20);
  }

  @Test
  void anIssueIsRaisedOncePerZoneAndSource() {
    var first = plans.raiseIssue(owner, round, marks("Stairs", null));
    var again = plans.raiseIssue(owner, round, marks("Stairs", null));
    var fromReasons =
        plans.raiseIssue(
            owner,
            round,
            new NewIssue(PlanRounds.zone("Stairs"), Source.REASONS, text("Stairs", null)));

    assertThat(again).isEqualTo(first);
    assertThat(fromReasons).isNotEqualTo(first);
    assertThat(rounds.actsIn(round).stream().filter("plans.issue-raised DONE"::equals)).hasSize(2);
  }

  @Test
  void anIssueRaisedAgainOnASensitiveRouteGoesOnItAndStaysThere() {
    var id = plans.raiseIssue(owner, round, marks("Music room", null));
    plans.raiseIssue(owner, round, marks("Music room", Route.HEAD));
    plans.raiseIssue(owner, round, marks("Music room", null));

    assertThat(issues.one(owner, round, id).text().route()).isEqualTo(Route.HEAD);
    assertThat(plans.issuesOf(people.as(Role.FACILITATOR), round)).isEmpty();
    assertThat(rounds.actsIn(round)).contains("plans.issue-put-on-route DONE");
  }

  @Test
  void readingASensitiveIssueIsRecordedAndReadingAnotherIsNot() {
    var stairs = plans.raiseIssue(owner, round, marks("Stairs", null));
    var music = plans.raiseIssue(owner, round, marks("Music room", Route.DESIGNATED_OFFICER));

    issues.one(owner, round, stairs);
    assertThat(rounds.actsIn(round)).doesNotContain("plans.sensitive-issue-read DONE");
    issues.one(owner, round, music);
    assertThat(rounds.actsIn(round)).contains("plans.sensitive-issue-read DONE");
  }

  @Test
  void addingAnActionIsTheOutcomeAndTakingItOutLeavesNone() {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));
    assertThat(plans.withoutOutcome(owner, round)).hasSize(1);

    var action = actions.add(owner, round, id, terms("More light"));
    assertThat(plans.withoutOutcome(owner, round)).isEmpty();
    assertThat(plans.outcomesByZone(owner, round))
        .containsEntry(PlanRounds.zone("Stairs"), List.of(OutcomeKind.PLANNED));
    assertThat(plans.zonesWithMeasure(owner, round)).containsExactly(PlanRounds.zone("Stairs"));

    actions.takeOut(owner, round, action, 1);
    assertThat(plans.withoutOutcome(owner, round)).hasSize(1);
    actions.putBack(owner, round, action, 2);
    assertThat(plans.withoutOutcome(owner, round)).isEmpty();
    assertThat(actions.history(owner, round, action))
        .extracting(Action::step)
        .containsExactly(Step.ADDED, Step.TAKEN_OUT, Step.PUT_BACK);
    assertThat(rounds.actsIn(round))
        .contains(
            "plans.action-added DONE", "plans.action-taken-out DONE", "plans.action-put-back DONE");
  }

  @Test
  void whatWasDoneCanBeUndoneAndBothAreKept() {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));
    var action = actions.add(owner, round, id, terms("More light"));
    var today = dates.today();

    actions.markDone(owner, round, action, 1, today, today.plusDays(90));
    actions.review(owner, round, action, 2, new Action.Review(Finding.MOVED, "Next door"), null);
    actions.markNotDone(owner, round, action, 3);

    var history = actions.history(owner, round, action);
    assertThat(history)
        .extracting(Action::step)
        .containsExactly(Step.ADDED, Step.DONE, Step.REVIEWED, Step.NOT_DONE);
    assertThat(history.get(2).review()).isEqualTo(new Action.Review(Finding.MOVED, "Next door"));
    assertThat(history.getLast().done()).isNull();
  }

  @Test
  void aDecisionKeepsItsAuthorAndTheOnesBeforeIt() {
    var id = plans.raiseIssue(owner, round, marks("Stairs", null));
    issues.decide(owner, round, id, 0, noAction("Being rebuilt"));
    issues.setAside(people.as(Role.SAFEGUARDING_LEAD), round, id, 1);
    issues.decide(owner, round, id, 2, new Outcome.Referred("Site team", "Theirs", null));

    var decisions = issues.decisions(owner, round, id);

    assertThat(decisions)
        .extracting(Decision::outcome)
        .containsExactly(
            noAction("Being rebuilt"), null, new Outcome.Referred("Site team", "Theirs", null));
    assertThat(decisions.get(1).by()).isEqualTo(people.cast().the(Role.SAFEGUARDING_LEAD).id());
  }

  @Test
  void onlyAnOrdinaryPlaceOutsideSchoolGoesInALetterToTheCouncil() {
    var inside = plans.raiseIssue(owner, round, marks("Stairs", null));
    var sensitive =
        plans.raiseIssue(
            owner,
            round,
            new NewIssue(null, Source.DISCUSSION, outside("Riding school", Route.HEAD)));
    var park =
        plans.raiseIssue(
            owner, round, new NewIssue(null, Source.DISCUSSION, outside("Mill park", null)));
    var today = dates.today();

    assertThat(letters.drafted(owner, round)).extracting(Issue::id).containsExactly(park);
    for (IssueId wrong : List.of(inside, sensitive)) {
      assertThatThrownBy(
              () -> letters.recordSent(owner, round, List.of(wrong), "Parks", today, today))
          .isInstanceOf(Refused.class);
    }

    var letter =
        letters.recordSent(owner, round, List.of(park), "Parks team", today, today.plusDays(28));
    letters.recordReply(owner, round, letter, today, "Lamps in spring", null);
    letters.recordReply(owner, round, letter, today, "Lamps are up", "The park has new lamps");

    var outcome =
        (Outcome.RaisedWithCouncil) issues.one(owner, round, park).outcome().orElseThrow();
    assertThat(outcome.letter().recipient()).isEqualTo("Parks team");
    assertThat(outcome.letter().replies())
        .extracting(CouncilLetter.Reply::text)
        .containsExactly("Lamps in spring", "Lamps are up");
    assertThat(rounds.actsIn(round))
        .contains(
            "plans.council-letter-drafted DONE",
            "plans.council-letter-sent DONE",
            "plans.council-reply-recorded DONE");
  }

  @Test
  void studentsAreToldNothingOfSensitiveOrHeldBackIssuesNorAnyName() {
    tell("Stairs", null, false, "It is dark", "We put up lamps");
    tell("Music room", Route.HEAD, false, "Planted sensitive", "Planted answer");
    tell("Gate", null, true, "Planted held back", "Planted answer");
    tell("Hall", null, false, "Planted: Larkspurvenn shouts", "Planted answer");
    tell("Field", null, false, "It is far", "Planted: Mr Reed will be there");
    tell("Library", null, false, null, "Planted with nothing said");
    tell("Bus stop", null, false, "Planted with nothing done", null);

    var told = plans.youSaidWeDid(people.as(Role.FACILITATOR), round);
    var toldOwner = plans.youSaidWeDid(owner, round);

    assertThat(toldOwner.toString()).doesNotContain("Planted");
    assertThat(toldOwner.doing()).extracting(YouSaidWeDid.Line::place).containsExactly("Stairs");
    assertThat(told).isEqualTo(toldOwner);
  }

  @Test
  void studentsAreToldWhyNothingIsDoneAndThatTheCouncilWasAsked() {
    var no =
        plans.raiseIssue(
            owner,
            round,
            new NewIssue(
                null,
                Source.DISCUSSION,
                new IssueText("Stairs", null, "It is dark", false, null, false)));
    issues.decide(owner, round, no, 0, new Outcome.NoAction("Money", "It costs too much"));
    var park =
        plans.raiseIssue(
            owner, round, new NewIssue(null, Source.DISCUSSION, outside("Mill park", null)));
    var today = dates.today();
    var letter = letters.recordSent(owner, round, List.of(park), "Planted recipient", today, today);

    var told = plans.youSaidWeDid(owner, round);
    assertThat(told.cannot())
        .extracting(YouSaidWeDid.Line::answer)
        .containsExactly("It costs too much");
    assertThat(told.doing()).extracting(YouSaidWeDid.Line::place).containsExactly("Mill park");
    assertThat(told.toString()).doesNotContain("Planted");

    letters.recordReply(owner, round, letter, today, "Planted reply", "There are lamps now");
    assertThat(plans.youSaidWeDid(owner, round).did())
        .extracting(YouSaidWeDid.Line::answer)
        .containsExactly("There are lamps now");
  }

  @Test
  void theLibraryIsTheShippedOneWithTheSchoolsWordsOverIt() {
    var school = people.school();
    var shipped = measures.of(owner, school).getFirst();

    assertThatThrownBy(() -> measures.save(people.as(Role.FACILITATOR), school, shipped))
        .isInstanceOf(NotThere.class);
    var own = new Measure(Measures.newId(), 0, "design", "Own bench", "A bench", "", false);
    measures.save(owner, school, own);
    assertThatThrownBy(() -> measures.save(owner, school, own)).isInstanceOf(Stale.class);
    measures.save(
        owner, school, new Measure(own.id(), 1, "design", "Own bench", "Two benches", "", true));

    assertThat(measures.of(owner, school))
        .filteredOn(measure -> measure.id().equals(own.id()))
        .singleElement()
        .satisfies(
            measure -> {
              assertThat(measure.text()).isEqualTo("Two benches");
              assertThat(measure.retired()).isTrue();
            });
    assertThat(measures.forRound(owner, round)).noneMatch(m -> m.id().equals(own.id()));
    assertThat(measures.history(owner, school, own.id()))
        .extracting(revision -> revision.measure().text())
        .containsExactly("A bench", "Two benches");
    assertThat(measures.forRound(SignedIn.as(people.cast().the(Role.ROUND_OWNER).id()), round))
        .hasSizeGreaterThan(30);
  }

  @Test
  void nothingAnyoneTypedCanBeReadInTheDatabase() {
    var id =
        plans.raiseIssue(
            owner,
            round,
            new NewIssue(
                null,
                Source.DISCUSSION,
                new IssueText("plantedplace", "plantedsaid", "plantedtold", true, null, false)));
    actions.add(
        owner,
        round,
        id,
        new ActionTerms(
            null,
            "design",
            "plantedmeasure",
            owner.user(),
            LocalDate.of(2027, 1, 4),
            HarmAnswer.MOVES,
            "plantednote",
            "plantedwords"));
    issues.decide(owner, round, id, 1, new Outcome.Referred("plantedto", "plantedwhy", "plantedx"));
    issues.setAside(owner, round, id, 2);
    var today = dates.today();
    var letter = letters.recordSent(owner, round, List.of(id), "plantedrecipient", today, today);
    letters.recordReply(owner, round, letter, today, "plantedreply", "plantedreplytold");
    contacts.save(
        owner,
        people.school(),
        new CouncilContact(
            java.util.UUID.randomUUID(),
            0,
            ContactUse.PLACES,
            "plantedarea",
            "plantedteam",
            "planted@example.org",
            "planted01632",
            false));
    measures.save(
        owner,
        people.school(),
        new Measure(
            Measures.newId(), 0, "design", "plantedtitle", "plantedtext", "plantedhint", true));

    String raw = rounds.raw();
    assertThat(raw).contains(id.toString()).doesNotContain("planted");
  }
}
