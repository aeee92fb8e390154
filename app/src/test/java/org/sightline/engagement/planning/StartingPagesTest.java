package org.sightline.engagement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The gate before a session, and the prompts that are none (A08, A09).
@SightlineTest
class StartingPagesTest {

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private SystemStore store;
  @Autowired private Sessions sessions;

  private OneSession at;
  private Session session;

  @BeforeEach
  void planASession() {
    at = new OneSession(application);
    session = at.session;
  }

  @Test
  void halfAResponsePlanIsRefusedWithTheFieldThatIsMissing() {
    var page =
        people
            .signedIn(Role.FACILITATOR)
            .post(
                at.step("confidentiality"),
                "version",
                "" + session.version(),
                "response.pathway",
                "The lead is told the same day");

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.page().select(".govuk-error-summary").text())
        .contains("Name the member of staff");
    assertThat(page.page().select("textarea[name=response.pathway]").text())
        .isEqualTo("The lead is told the same day");
  }

  @Test
  void withoutAResponsePlanThePageSaysSoAndTheSessionDoesNotStart() {
    var owner = people.signedIn(Role.ROUND_OWNER);

    var before = owner.get(at.path() + "/starting").page();
    var tried = owner.post(at.path() + "/starting");

    assertThat(before.select("form[action$=/starting]")).isEmpty();
    assertThat(before.select(".govuk-warning-text").text()).contains("cannot start yet");
    assertThat(tried.status()).isEqualTo(422);
    assertThat(at.find().state()).isEqualTo(Session.State.PLANNED);
    assertThat(Trail.of(store, session.id().value()))
        .doesNotContain("engagement.session-started DONE");
  }

  @Test
  void thePromptsAskAndNothingTheyAskAboutBlocksTheStart() {
    var owner = people.signedIn(Role.ROUND_OWNER);
    owner.post(
        at.step("participants"),
        "version",
        "" + session.version(),
        "groupSize",
        "23",
        "gender",
        "MIXED",
        "chosenWithPupils",
        "NO");

    var page = owner.get(at.step("participants")).page();

    assertThat(page.select(".thoughts label").eachText())
        .anyMatch(text -> text.contains("There are 23 students"))
        .anyMatch(text -> text.contains("Was the group chosen with the pupils?"))
        .anyMatch(text -> text.contains("Which key stage"));
    owner.post(
        at.step("confidentiality"),
        "version",
        "" + at.find().version(),
        "response.lead",
        people.cast().the(Role.SAFEGUARDING_LEAD).id().toString(),
        "response.pathway",
        "The lead rings the council");
    assertThat(owner.post(at.path() + "/starting").heading()).isEqualTo("Session 1");
    assertThat(at.find().state()).isEqualTo(Session.State.OPEN);
  }

  @Test
  void everyPromptOfTheFileKnowsWhenItIsPut() {
    var prompts =
        new SetUpPrompts(
            at.state(),
            sessions.withdrawalUntil(people.as(Role.ROUND_OWNER), session),
            java.time.LocalDate.of(2027, 1, 4));

    SetUpSteps.shipped().steps().forEach(step -> assertThat(prompts.of(step)).doesNotContainNull());
  }

  @Test
  void theClassCodeIsLargeWithAPictureThatLeadsToTheStudentSite() {
    var page = people.signedIn(Role.FACILITATOR).get(at.path() + "/class-code").page();

    assertThat(page.select(".joining__code").text().replace(" ", ""))
        .isEqualTo(session.classCode());
    assertThat(page.select("svg[role=img]")).hasSize(1);
    assertThat(page.select(".joining__address").text()).isEqualTo(people.studentUrl());
    assertThat(page.select("nav, .top__out")).isEmpty();
    assertThat(people.signedIn(Role.HEAD).get(at.path() + "/class-code").status()).isEqualTo(404);
  }
}
