package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.Casework;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Gaps.Standing;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.plans.agreed.OwnActions;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.sightline.testing.Visitor.Arrived;
import org.springframework.beans.factory.annotation.Autowired;

/// Actions and gaps of a map (B05, B06, B14, B18 to B20, B66, B81), through their pages.
@SightlineTest
class ActionsOnTheMapTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Casework pieces;
  @Autowired private Maps maps;
  @Autowired private MapActions actions;
  @Autowired private Gaps gaps;
  @Autowired private AgreedActions agreed;
  @Autowired private OwnActions own;
  @Autowired private Assessments assessments;

  private TestCasework.Team team;
  private Visitor chair;
  private SignedIn asChair;
  private WorkspaceId work;
  private String exercise;
  private String map;

  @BeforeEach
  void open() {
    team = casework.aTeam("Actions");
    asChair = team.asChair();
    chair = people.signedIn(team.chair());
    exercise = PreparingTest.exercise(chair, team).replaceAll("(/exercises/[^/]+).*", "$1");
    work = WorkspaceId.of(exercise.substring(exercise.lastIndexOf('/') + 1));
    map = "/network/maps/" + work;
  }

  @Test
  void whoHasNothingToDoWithItFindsNoneOfIt() {
    var element = person("Ann Invented");
    var stranger = people.signedIn(casework.aTeam("Elsewhere").chair());

    for (String path :
        List.of(
            map + "/actions",
            map + "/actions/new?element=" + element,
            map + "/gaps",
            map + "/gaps/new",
            exercise + "/assessments",
            exercise + "/assessments/PEER")) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(stranger.post(map + "/actions", action("Ours", "SUPPORT", 3)).status())
        .isEqualTo(404);
    assertThat(chair.get(map + "/actions/new?element=" + UUID.randomUUID()).status())
        .isEqualTo(404);
  }

  @Test
  void anActionNeedsWhatWhoAndByWhenAndKeepsWhatWasTyped() {
    var refused = chair.post(map + "/actions", "words", "A youth worker on Fridays");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#words").text()).isEqualTo("A youth worker on Fridays");
    assertThat(refused.page().select(".govuk-error-summary a").eachText())
        .contains(
            "Choose what kind of action it is",
            "Write which agency does it",
            "Choose who is accountable, or somebody of another agency");
    var nobody =
        chair.post(map + "/actions", Typed.with(action("Patrol", "DISRUPTION", 3), "outside", ""));
    assertThat(nobody.page().select(".govuk-error-summary").text())
        .contains("Write the name and role of whoever is accountable");
    assertThat(chair.post(map + "/actions", Typed.with(action("Find", "GAP", 3), "x", "")).status())
        .isEqualTo(422);
    assertThat(actions.of(asChair, work).actions()).isEmpty();
  }

  @Test
  void anActionAnswersSomethingOnTheMapAndStaysWhenThatLeavesIt() {
    var ann = person("Ann Invented");
    var agreed =
        chair.post(
            map + "/actions", Typed.with(action("A mentor", "SUPPORT", 9), "element", "" + ann));

    assertThat(agreed.page().text()).contains("A mentor", "Ann Invented", "Youth service");
    assertThat(chair.get(map + "/elements/" + ann).page().text()).contains("A mentor");
    assertThat(chair.get(map + "/table").page().text()).contains("Something is to be done");
    maps.draw(asChair, work, Edit.of(new Change(ann, Field.OFF, "Moved away")), last());

    var list = chair.get(map + "/actions").page();
    assertThat(list.text()).contains("A mentor", "Answers: Ann Invented", "Support");
    assertThat(list.text()).contains("Nothing is changed by this");
    String one = list.select("a:contains(A mentor)").attr("href");
    var unsaid = chair.post(one + "/updates", "state", "DONE");
    assertThat(unsaid.status()).isEqualTo(422);
    chair.post(one + "/updates", update("DONE", "She has a mentor now", TODAY));
    assertThat(chair.get(map + "/actions").page().select("table:contains(Closed)").text())
        .contains("Done");
    String undo =
        chair
            .get(one)
            .page()
            .select("form[action*=/updates/][action$=/taking-back]")
            .attr("action");
    chair.post(undo);
    assertThat(chair.get(map + "/actions").page().text()).contains("To be done");
    assertThat(chair.post(one + "/updates", update("DONE", "Soon", TODAY.plusDays(1))).status())
        .isEqualTo(422);
  }

  @Test
  void aGapIsATaskAndTurnsIntoWhatWasFound() {
    chair.post(map + "/gaps", gap("Who drives the van?", -1));
    var gap = gaps.of(asChair, work).gaps().getFirst();
    assertThat(gap.standing()).isEqualTo(Standing.LATE);
    assertThat(own.of(asChair)).hasSize(1);
    assertThat(own.waitsFor(asChair)).isTrue();
    assertThat(chair.get("/waiting").page().select("a[href=/plans/own]")).hasSize(1);
    assertThat(chair.get("/plans/own").page().text())
        .contains("Overdue by 1 day")
        .doesNotContain("van");

    String found = map + "/gaps/" + gap.id() + "/found";
    var refused = chair.post(found, "found", "A man called Len", "became", "NODE");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#found").text()).isEqualTo("A man called Len");
    chair.post(
        found,
        answer(
            "A man called Len",
            "became",
            "NODE",
            "kind",
            "ADULT",
            "name",
            "Len Invented",
            "raised",
            "Where does he park?\n\nSince when?"));

    var all = gaps.of(asChair, work);
    var closed = all.gaps().getLast();
    assertThat(closed.standing()).isEqualTo(Standing.ANSWERED);
    assertThat(closed.found().by()).isEqualTo("Duty constable, police");
    assertThat(all.picture().find(closed.found().became()).value(Field.LABEL))
        .isEqualTo("Len Invented");
    assertThat(all.raisedBy(gap.id()))
        .extracting(Gaps.Gap::question)
        .containsExactly("Where does he park?", "Since when?");
    assertThat(closed.task().isOutstanding()).isFalse();
    assertThat(own.of(asChair)).isEmpty();
    var page = chair.get(map + "/gaps").page().text();
    assertThat(page).contains("0 late, 2 given to nobody yet, 0 open, 1 closed");
    assertThat(page).contains("Found by Duty constable, police", "It became: Len Invented");
    assertThat(chair.get(map + "/table").page().text()).contains("answered");
    assertThat(chair.get(found).status()).isEqualTo(404);

    chair.post(map + "/gaps/" + gap.id() + "/reopening");
    assertThat(gaps.find(asChair, work, gap.id()).standing()).isEqualTo(Standing.LATE);
    assertThat(own.of(asChair)).hasSize(1);
  }

  @Test
  void aGapThatIsOnTheMapAlreadyIsGivenToSomebodyAndAnswersALine() {
    var one = person("Ann Invented");
    var two = person("Bo Madeup");
    var line = ElementId.random();
    maps.draw(asChair, work, Drawn.aLine(line, one, two), last());
    var gap = node(NodeKind.GAP, "How do they know each other?");
    assertThat(gaps.find(asChair, work, gap).standing()).isEqualTo(Standing.NOBODY);
    assertThat(chair.get(map + "/actions/new?element=" + gap).page().select("#words").val())
        .isEqualTo("How do they know each other?");

    chair.post(
        map + "/actions", Typed.with(gap("How do they know each other?", 5), "element", "" + gap));

    assertThat(gaps.find(asChair, work, gap).standing()).isEqualTo(Standing.OPEN);
    assertThat(maps.open(asChair, work).find(gap).value(Field.DUE))
        .isEqualTo(TODAY.plusDays(5).toString());
    String task = gaps.find(asChair, work, gap).task().id().toString();
    assertThat(chair.get(map + "/actions/" + task).page().select("input[value=DONE]")).isEmpty();
    Arrived answered =
        chair.post(
            map + "/gaps/" + gap + "/found",
            answer("They are cousins", "became", "LINE", "line", line.toString()));
    assertThat(answered.path()).isEqualTo(map + "/elements/" + line);
    assertThat(gaps.find(asChair, work, gap).found().became()).isEqualTo(line);
  }

  @Test
  void whatAnswersSomebodyWhoIsClosedToAReaderIsNotThereForThem() {
    var practitioner = team.asPractitioner();
    pieces.letIn(asChair, work, team.practitioner().username(), Role.PRACTITIONER);
    var record = casework.aPerson(asChair, work, "Kept", "Away", LocalDate.of(2011, 3, 4)).value();
    var kept = person("Kept Away");
    maps.draw(asChair, work, Edit.of(new Change(kept, Field.RECORD, record.toString())), last());
    var terms = terms(practitioner);
    var id = actions.agree(asChair, work, kept, terms);
    assessments.decide(asChair, work, kept, said());
    assertThat(own.of(practitioner)).hasSize(1);

    casework.keepAway(asChair, work, record, practitioner.user());

    assertThat(own.of(practitioner)).isEmpty();
    assertThat(own.waitsFor(practitioner)).isFalse();
    assertThat(actions.of(practitioner, work).actions()).isEmpty();
    assertThat(assessments.of(practitioner, work)).isEmpty();
    assertThatThrownBy(() -> actions.agree(practitioner, work, kept, terms))
        .isInstanceOf(NotThere.class);
    var visitor = people.signedIn(team.practitioner());
    assertThat(visitor.get(map + "/actions").page().text()).doesNotContain("Kept");
    assertThat(visitor.get(map + "/actions/" + id).status()).isEqualTo(404);
    assertThat(visitor.get(exercise + "/assessments").page().text()).doesNotContain("Kept");
    assertThat(actions.of(asChair, work).actions()).hasSize(1);
  }

  @Test
  void aGapThatBecameSomebodyWhoIsClosedGoesWithThem() {
    var practitioner = team.asPractitioner();
    pieces.letIn(asChair, work, team.practitioner().username(), Role.PRACTITIONER);
    var record = casework.aPerson(asChair, work, "Kept", "Away", LocalDate.of(2011, 3, 4)).value();
    chair.post(map + "/gaps", gap("Who is the boy in the red coat?", 5));
    var gap = gaps.of(asChair, work).gaps().getFirst();
    chair.post(
        map + "/gaps/" + gap.id() + "/found",
        answer("It is Kept", "became", "NODE", "kind", "YOUNG_PERSON", "name", "Kept Away"));
    var became = gaps.find(asChair, work, gap.id()).found().became();
    maps.draw(asChair, work, Edit.of(new Change(became, Field.RECORD, record.toString())), last());
    assertThat(gaps.of(practitioner, work).gaps()).hasSize(1);

    casework.keepAway(asChair, work, record, practitioner.user());

    assertThat(gaps.of(practitioner, work).gaps()).isEmpty();
    assertThat(actions.of(practitioner, work).actions()).isEmpty();
  }

  @Test
  void aGapThatLeavesTheMapLeavesATaskThatCanBeDone() {
    chair.post(map + "/gaps", gap("Who drives the van?", 4));
    var gap = gaps.of(asChair, work).gaps().getFirst();
    String task = map + "/actions/" + gap.task().id();
    assertThat(chair.get(task).page().select("input[value=DONE]")).isEmpty();

    maps.draw(asChair, work, Edit.of(new Change(gap.id(), Field.OFF, "Not ours")), last());

    assertThat(chair.get(task).page().select("input[value=DONE]")).hasSize(1);
    assertThat(chair.get(task).page().select("a[href$=/found]")).isEmpty();
    assertThat(chair.get(map + "/gaps/" + gap.id() + "/found").status()).isEqualTo(404);
  }

  @Test
  void aTaskThatIsDoneWithoutAWordOfWhatWasFoundSaysSo() {
    chair.post(map + "/gaps", gap("Who drives the van?", 4));
    var task = gaps.of(asChair, work).gaps().getFirst().task();

    agreed.update(asChair, work, task.id(), AgreedAction.State.DONE, "We know now");

    assertThat(chair.get(map + "/gaps").page().text()).contains("Done, and not written down");
  }

  @Test
  void aLineOrAQuestionThatIsTooLongIsAskedForShorter() {
    var refused = chair.post(map + "/gaps", gap("x".repeat(201), 4));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(gaps.of(asChair, work).gaps()).isEmpty();
  }

  @Test
  void whoIsAccountableAndHasLeftIsNamedAsGone() {
    pieces.letIn(asChair, work, team.practitioner().username(), Role.PRACTITIONER);
    actions.agree(asChair, work, null, terms(team.asPractitioner()));
    pieces.end(asChair, work, team.asPractitioner().user(), Role.PRACTITIONER);

    assertThat(chair.get(map + "/actions").page().text()).contains("agree on somebody else");
  }

  private static ThresholdDecision.Said said() {
    return new ThresholdDecision.Said(
        ThresholdDecision.Question.PEER,
        ThresholdDecision.Fact.YES,
        ThresholdDecision.Fact.NOT_SURE,
        ThresholdDecision.Decision.NOT_YET,
        TODAY,
        new ThresholdDecision.Words("Service manager", "Kept needs it", "Levels", "May 2026", ""));
  }

  private static ActionTerms terms(SignedIn owner) {
    return new ActionTerms(
        ActionTerms.Kind.SUPPORT,
        ActionTerms.About.PERSON,
        "A mentor for Kept",
        "Youth service",
        owner.user(),
        "",
        TODAY.minusDays(1));
  }

  private ElementId person(String name) {
    var id = ElementId.random();
    maps.draw(asChair, work, Drawn.aPerson(id, name), last());
    return id;
  }

  private ElementId node(NodeKind kind, String name) {
    var id = ElementId.random();
    maps.draw(
        asChair, work, Edit.of(id, Map.of(Field.KIND, kind.name(), Field.LABEL, name)), last());
    return id;
  }

  private long last() {
    return maps.open(asChair, work).last();
  }

  private static String[] action(String what, String kind, int days) {
    return Typed.day(
        TODAY.plusDays(days),
        "due",
        "words",
        what,
        "kind",
        kind,
        "about",
        "PERSON",
        "agency",
        "Youth service",
        "owner",
        "outside",
        "outside",
        "Youth worker Invented");
  }

  private String[] gap(String question, int days) {
    return Typed.day(
        TODAY.plusDays(days),
        "due",
        "words",
        question,
        "about",
        "CONTEXT",
        "agency",
        "Police",
        "owner",
        team.chair().id().toString());
  }

  private static String[] update(String state, String words, LocalDate on) {
    return Typed.day(on, "day", "state", state, "said", words);
  }

  private static String[] answer(String found, String... more) {
    return Typed.with(
        Typed.day(TODAY, "day", "found", found, "by", "Duty constable, police"), more);
  }
}
