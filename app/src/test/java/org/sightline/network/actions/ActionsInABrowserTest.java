package org.sightline.network.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Assessments;
import org.sightline.network.Exercise;
import org.sightline.network.ExerciseText;
import org.sightline.network.Exercises;
import org.sightline.network.Gaps;
import org.sightline.network.MapActions;
import org.sightline.network.Maps;
import org.sightline.network.ThresholdDecision;
import org.sightline.network.map.Drawn;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestCasework;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class ActionsInABrowserTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));

  @Autowired private Exercises exercises;
  @Autowired private Assessments assessments;
  @Autowired private Maps maps;
  @Autowired private MapActions actions;
  @Autowired private Gaps gaps;
  @Autowired private TestCasework casework;

  @Test
  void thePagesOfActionsAndGapsAreAccessibleAndFitATelephone(Browser browser) {
    var team = casework.aTeam("Tasks");
    var chair = team.asChair();
    var work = exercise(team);
    var arcade = ElementId.random();
    var edit =
        Edit.of(arcade, Map.of(Field.KIND, NodeKind.PLACE.name(), Field.LABEL, "Invented arcade"));
    maps.draw(chair, work, edit.and(Drawn.aPerson(ElementId.random(), "Ann Invented")), 0);
    var one = actions.agree(chair, work, arcade, terms(chair, ActionTerms.Kind.ENVIRONMENT, 20));
    actions.agree(chair, work, null, terms(chair, ActionTerms.Kind.DISRUPTION, -3));
    var gap = gaps.ask(chair, work, terms(chair, ActionTerms.Kind.GAP, -1));
    gaps.answer(
        chair,
        work,
        gaps.ask(chair, work, terms(chair, ActionTerms.Kind.GAP, 4)),
        new Gaps.Found("A man called Len", "Duty constable, police", TODAY, null),
        Gaps.Becomes.NOTHING,
        List.of("Where does he park?"));
    assessments.decide(chair, work, arcade, decided());
    String map = "/network/maps/" + work;
    var page = browser.signIn(team.chair()).open(map + "/actions").playwright();
    if (page.url().endsWith("/opening")) {
      page.check("input[name=purpose] >> nth=0");
      page.click("main form button");
      page.waitForURL(url -> !url.endsWith("/opening"));
    }
    look(browser, map + "/actions", "actions");
    look(browser, map + "/actions/new?element=" + arcade, "action-form");
    look(browser, map + "/actions/" + one, "action");
    look(browser, map + "/gaps", "gaps");
    look(browser, map + "/gaps/" + gap + "/found", "gap-found");
    look(browser, map + "/elements/" + arcade, "element-with-actions");
    look(browser, "/plans/own", "own-actions");
    String exercise = "/network/exercises/" + work;
    look(browser, exercise, "exercise-with-actions");
    look(browser, exercise + "/assessments", "assessments");
    look(browser, exercise + "/assessments/CONTEXT", "assessment-decision");
    look(browser, exercise + "/preparing/earlier", "earlier-work");
    assertThat(browser.faults()).isEmpty();
    onATelephone(browser, map);
  }

  private static void onATelephone(Browser browser, String map) {
    browser.onATelephone();
    look(browser, map + "/actions", "actions-telephone");
    look(browser, map + "/gaps", "gaps-telephone");
    look(browser, "/plans/own", "own-actions-telephone");
    look(browser, map.replace("/maps/", "/exercises/") + "/assessments", "assessments-telephone");
  }

  private static void look(Browser browser, String path, String name) {
    browser.open(path);
    browser.page().checkAccessible();
    boolean isWide =
        (Boolean)
            browser
                .playwright()
                .evaluate(
                    "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    assertThat(isWide).as("%s is wider than the window", name).isFalse();
    browser.screenshot(name);
  }

  private WorkspaceId exercise(TestCasework.Team team) {
    var text =
        new ExerciseText(
            "Find out who waits at the arcade", "", "", List.of(), List.of(), "", "", "");
    return exercises.open(
        team.asChair(),
        team.id(),
        TestCasework.purpose(team.word()),
        new Exercises.Opening(
            false,
            "contextual-safeguarding",
            "peer-group",
            TODAY,
            "referral",
            Exercise.Standing.NONE,
            null,
            text));
  }

  private static ThresholdDecision.Said decided() {
    return new ThresholdDecision.Said(
        ThresholdDecision.Question.CONTEXT,
        ThresholdDecision.Fact.YES,
        ThresholdDecision.Fact.NOT_SURE,
        ThresholdDecision.Decision.NOT_YET,
        TODAY,
        new ThresholdDecision.Words(
            "Service manager and duty inspector",
            "Three reports in a month; the school has not answered yet.",
            "Levels of need",
            "May 2026",
            "The partnership's own pages"));
  }

  private static ActionTerms terms(SignedIn owner, ActionTerms.Kind kind, int days) {
    return new ActionTerms(
        kind,
        ActionTerms.About.CONTEXT,
        kind == ActionTerms.Kind.GAP
            ? "Who drives the white van, " + days + "?"
            : "A youth worker at the arcade on Fridays, and a light in the passage behind it",
        "Youth service",
        owner.user(),
        "",
        TODAY.plusDays(days));
  }
}
