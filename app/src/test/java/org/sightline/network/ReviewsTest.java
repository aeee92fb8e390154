package org.sightline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Change;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.AgreedAction.State;
import org.sightline.plans.agreed.AgreedActions;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/// B17, B19, B55, B67, B69, B70 through their pages.
@SightlineTest
class ReviewsTest {

  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private Maps maps;
  @Autowired private AgreedActions actions;
  @Autowired private Gaps gaps;

  private final ElementId ann = ElementId.random();
  private final ElementId bo = ElementId.random();
  private final ElementId cy = ElementId.random();
  private final ElementId park = ElementId.random();
  private final ElementId gap = ElementId.random();
  private final ElementId holds = ElementId.random();
  private final ElementId over = ElementId.random();
  private TestCasework.Team team;
  private Visitor chair;
  private WorkspaceId work;
  private String session;
  private UUID action;
  private Meeting meeting;

  @BeforeEach
  void draw() {
    team = casework.aTeam("Reviewing");
    chair = people.signedIn(team.chair());
    meeting = Meeting.of(chair, team);
    work = meeting.work();
    draw(Drawn.aPerson(ann, "Ann Invented"));
    draw(Drawn.aPerson(bo, "Bo Madeup"));
    draw(Drawn.aPerson(cy, "Cy Fictional"));
    draw(Edit.of(new Change(park, Field.KIND, "PLACE"), new Change(park, Field.LABEL, "Arcade")));
    draw(Edit.of(new Change(gap, Field.KIND, "GAP"), new Change(gap, Field.LABEL, "Who drives?")));
    draw(Drawn.aLine(holds, ann, bo));
    draw(Drawn.aLine(over, ann, cy));
    session = meeting.planned("REVIEW");
    action =
        actions.agree(
            team.asChair(),
            work,
            null,
            new ActionTerms(
                ActionTerms.Kind.SUPPORT,
                ActionTerms.About.PERSON,
                "Find him a coach",
                "Youth service",
                team.chair().id(),
                "",
                Meeting.TODAY.plusDays(9)));
  }

  @Test
  void aReviewIsNotHeldBeforeEverythingHasBeenGoneThrough() {
    var refused = hold();
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary").text())
        .contains(
            "Still to be gone through: 2 lines, 3 people, 1 place or context, 1 gap, 1 action.");
    assertThat(chair.get(session + "/sealing").page().text())
        .contains("Still to be gone through: 2 lines");
    assertThat(answer("lines").status()).isEqualTo(422);

    var lines = answer("lines", "said-" + holds, "HOLDS", "said-" + over, "NO_LONGER");
    assertThat(lines.page().text()).contains("2 answers are kept", "Lines: 0 to go");
    var silent = answer("people", "said-" + ann, "STILL_PART", "said-" + bo, "NO_LONGER_PART");
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.page().select("#words-" + bo + "-error")).hasSize(1);
    assertThat(silent.page().select("input[value=NO_LONGER_PART][checked]")).hasSize(1);
    answer(
        "people",
        "said-" + ann,
        "STILL_PART",
        "said-" + bo,
        "NO_LONGER_PART",
        "words-" + bo,
        "Moved away in May.");
    answer("people", "said-" + cy, "REASSESSED", "words-" + cy, "Calmer since his course.");
    answer("contexts", "said-" + park, "STILL_PART");
    assertThat(hold().status()).isEqualTo(422);
    answer("gaps", "said-" + gap, "STILL_OPEN");
    assertThat(answer("actions", "said-" + action, "GOING_ON").status()).isEqualTo(422);
    assertThat(hold().page().text()).contains("Still to be gone through: 1 action.");
    var last = answer("actions", "said-" + action, "DONE", "words-" + action, "He has a coach.");
    assertThat(last.page().text()).contains("Everything on the map has been gone through");
    assertThat(hold().status()).isEqualTo(200);
    assertThat(meeting.sealed(session).page().text()).contains("Version 1: Review");

    var picture = maps.open(team.asChair(), work);
    assertThat(picture.find(holds).value(Field.CURRENT)).isEqualTo("YES");
    assertThat(picture.find(holds).value(Field.CONFIRMED)).isEqualTo(Meeting.TODAY.toString());
    assertThat(picture.find(over).value(Field.CURRENT)).isEqualTo("NO");
    assertThat(actions.find(team.asChair(), work, action).state()).isEqualTo(State.DONE);
    assertThat(picture.on(ElementKind.NODE)).noneMatch(node -> node.id().equals(bo));
  }

  @Test
  void whoIsSeenDifferentlySinceAReviewIsInWhatIsNew() {
    String first = meeting.version(meeting.held("INTERNAL"));
    String now = meeting.map() + "/versions/" + first + "/until/now";
    assertThat(chair.get(now).page().text()).doesNotContain("Seen differently now");

    chair.post(
        session + "/review/people",
        "edit",
        UUID.randomUUID().toString(),
        "seen",
        "" + maps.open(team.asChair(), work).last(),
        "said-" + ann,
        "REASSESSED",
        "words-" + ann,
        "Calmer since the summer.");

    var page = chair.get(now).page();
    assertThat(page.select("#counts").text()).contains("1 seen differently");
    assertThat(page.select("[data-section=reassessed]").text())
        .contains("Ann Invented: Calmer since the summer.");
    draw(Edit.of(new Change(ann, Field.OFF, "Moved away")));
    assertThat(chair.get(now).page().text()).doesNotContain("Calmer");
  }

  @Test
  void whoIsNoLongerPartIsInNoListAndComesBackWithOneUndo() {
    answer("people", "said-" + bo, "NO_LONGER_PART", "words-" + bo, "Moved away in May.");

    for (String part : new String[] {"lines", "people", "people&again=yes"}) {
      assertThat(chair.get(session + "/review?part=" + part).page().text())
          .as(part)
          .doesNotContain("Bo Madeup", "Moved away");
    }
    assertThat(chair.get(meeting.map() + "/table").page().text()).doesNotContain("Bo Madeup");

    chair.post(meeting.map() + "/undo");
    var people = chair.get(session + "/review?part=people").page();
    assertThat(people.text()).contains("Bo Madeup").doesNotContain("Moved away");
  }

  @Test
  void whatWasGoneThroughCanBeSaidAnewAndWhatIsDrawnSinceIsOfThisMeeting() {
    answer("people", "said-" + cy, "REASSESSED", "words-" + cy, "Calmer since his course.");
    var again = chair.get(session + "/review?part=people&again=yes").page();
    assertThat(again.select("#words-" + cy).attr("value")).isEqualTo("Calmer since his course.");
    assertThat(again.select("input[value=REASSESSED][checked]")).hasSize(1);
    answer("people", "again", "yes", "said-" + cy, "STILL_PART");
    assertThat(
            chair
                .get(session + "/review?part=people&again=yes")
                .page()
                .select("input[value=STILL_PART][checked]"))
        .hasSize(1);

    draw(Drawn.aPerson(ElementId.random(), "New In The Meeting"));
    assertThat(chair.get(session + "/review?part=people").page().text())
        .contains("People: 2 to go")
        .doesNotContain("New In The Meeting");
  }

  @Test
  void whatIsNotOnTheMapOrOfAnotherPartIsNotThere() {
    assertThat(answer("lines", "said-" + UUID.randomUUID(), "HOLDS").status()).isEqualTo(404);
    assertThat(answer("lines", "said-" + ann, "HOLDS").status()).isEqualTo(404);
    assertThat(answer("lines", "said-" + holds, "STILL_OPEN").status()).isEqualTo(404);
    String other = meeting.planned("INTERNAL");
    assertThat(chair.get(other + "/review").status()).isEqualTo(404);
    var stranger = people.signedIn(casework.aTeam("Elsewhere").chair());
    assertThat(stranger.get(session + "/review").status()).isEqualTo(404);
    assertThat(stranger.get(session + "/sealing").status()).isEqualTo(404);
  }

  @Test
  void whatSomebodySaysMeanwhileIsNotOverwritten() {
    var page = chair.get(session + "/review").page();
    draw(Edit.of(new Change(holds, Field.CURRENT, "NOT_KNOWN")));

    var refused =
        chair.post(
            session + "/review/lines",
            "edit",
            page.select("input[name=edit]").attr("value"),
            "seen",
            page.select("input[name=seen]").attr("value"),
            "said-" + holds,
            "HOLDS");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary").text())
        .contains("Somebody else has just said something different");
    assertThat(refused.page().text()).contains("Lines: 2 to go");
  }

  @Test
  void aGapThatIsAnsweredIsGoneThrough() {
    var page = chair.get(session + "/review?part=gaps").page();
    assertThat(chair.get(page.select("a[href$=/found]").attr("href")).status()).isEqualTo(200);
    gaps.answer(
        team.asChair(),
        work,
        gap,
        new Gaps.Found("His cousin", "Police officer", Meeting.TODAY, null),
        Gaps.Becomes.NOTHING,
        java.util.List.of());

    assertThat(chair.get(session + "/review?part=gaps").page().text()).contains("Gaps: 0 to go");
    assertThat(answer("actions", "said-" + UUID.randomUUID(), "DONE", "words-x", "x").status())
        .isEqualTo(422);
  }

  @Test
  void theDateOfAReviewIsNotDoneWithoutGoingThroughTheMap() {
    String at = meeting.at() + "/dates/REVIEW-1";
    String[] done = Meeting.day(Meeting.TODAY, "what", "DONE");
    assertThat(chair.post(at, done).page().select(".govuk-error-summary").text())
        .contains("Still to be gone through: 2 lines");
    chair.post(session + "/taking-back");
    var refused = chair.post(at, done);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary").text())
        .contains("Plan the review under Sessions");
  }

  @Test
  void aSmallUpdateSaysInsideWhichMeetingItWasReviewed() {
    var noted =
        chair.post(
            session + "/notes", "note", "INSIDE_MEETING", "words", "The strategy meeting in May");
    assertThat(noted.page().text())
        .contains("inside which a small update was reviewed", "The strategy meeting in May");
  }

  private Visitor.Arrived hold() {
    return chair.post(session + "/day", Meeting.day(Meeting.TODAY, "state", "held"));
  }

  private Visitor.Arrived answer(String part, String... said) {
    var page = chair.get(session + "/review?part=" + part).page();
    var fields = new java.util.ArrayList<>(java.util.List.of(said));
    fields.addAll(
        java.util.List.of(
            "edit",
            page.select("input[name=edit]").isEmpty()
                ? UUID.randomUUID().toString()
                : page.select("input[name=edit]").attr("value"),
            "seen",
            "" + maps.open(team.asChair(), work).last()));
    return chair.post(session + "/review/" + part, fields.toArray(String[]::new));
  }

  private void draw(Edit edit) {
    maps.draw(team.asChair(), work, edit, maps.open(team.asChair(), work).last());
  }
}
