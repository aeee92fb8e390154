package org.sightline.access.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.GlassReviews;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestCasework;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestSchools;
import org.sightline.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Breaking glass in the browser, from the reason to giving it back (AC-09).
@SightlineTest
class EmergencyPagesTest {

  private static final String REASON = "A pupil of ours was seen going in and has not come out.";

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private TestCasework casework;
  @Autowired private GlassReviews reviews;
  @Autowired private Processes processes;

  private TestSchools school;
  private TestSchools elsewhere;
  private Visitor visitor;
  private String rounds;

  @BeforeEach
  void setUp() {
    school = new TestSchools(application);
    elsewhere = new TestSchools(application);
    rounds = "/engagement/rounds/" + school.aRound().id();
    visitor = people.signedIn(elsewhere.the(Role.ROUND_OWNER));
  }

  @Test
  void aFormThatSaysTooLittleComesBackWithWhatWasTyped() {
    var refused = visitor.post("/break-glass/" + school.id(), "reason", "Please");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select(".govuk-error-summary li")).hasSize(2);
    assertThat(refused.page().select("textarea").text()).isEqualTo("Please");
    assertThat(visitor.get("/").page().select(".emergency")).isEmpty();
  }

  @Test
  void aReasonThatIsTooLongIsNotCalledTooShort() {
    var refused =
        visitor.post(
            "/break-glass/" + school.id(), "category", "MISSING", "reason", "a".repeat(2_001));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().title()).startsWith("Error: ");
    assertThat(refused.page().select("#reason-error").text()).contains("at most 2,000");
  }

  @Test
  void theFormLooksTheSameWhateverTheId() {
    String real = school.id().toString();
    String never = UUID.randomUUID().toString();

    assertThat(visitor.get("/break-glass/" + never).withoutKeys().replace(never, real))
        .isEqualTo(visitor.get("/break-glass/" + real).withoutKeys());
    assertThat(
            visitor.post("/break-glass/" + never, "category", "MISSING", "reason", REASON).status())
        .isEqualTo(404);
  }

  @Test
  void administratorsAndGovernanceReadersFindNoGlassToBreak() {
    for (Role role : new Role[] {Role.ADMINISTRATOR, Role.GOVERNANCE}) {
      var nobody = people.signedIn(elsewhere.the(role));
      assertThat(nobody.get("/break-glass").status()).isEqualTo(404);
      assertThat(
              nobody
                  .post("/break-glass/" + school.id(), "category", "MISSING", "reason", REASON)
                  .status())
          .isEqualTo(404);
    }
  }

  @Test
  void itOpensForReadingSaysSoOnEveryPageLetsNothingOutAndCloses() {
    String plans = "/contexts/plans?school=" + school.id();
    assertThat(visitor.get("/reasons/" + school.id()).status()).isEqualTo(404);
    assertThat(visitor.get("/break-glass").page().select("a[href$=" + school.id() + "]"))
        .hasSize(1);

    var opened =
        visitor.post("/break-glass/" + school.id(), "category", "MISSING", "reason", REASON);

    assertThat(opened.path()).as("where that school's work begins").isEqualTo("/engagement/rounds");
    assertThat(opened.page().select("main a[href^=/engagement/rounds/]").eachAttr("href"))
        .containsExactly(rounds);
    assertThat(opened.page().select(".emergency").text()).contains("60 minutes");
    assertThat(visitor.get("/reasons/" + school.id()).page().select("main").text())
        .contains("opened this in an emergency");
    assertThat(visitor.get("/your-sign-in").page().select(".emergency")).hasSize(1);
    assertThat(visitor.get(plans).status()).isEqualTo(200);
    String own = "/engagement/rounds/" + elsewhere.aRound().id();
    assertThat(visitor.get(own).status()).isEqualTo(200);
    var csv = visitor.get(own + "/results/score-summary.csv");
    assertThat(csv.status()).isEqualTo(422);
    assertThat(csv.page().select("main").text()).contains("cannot print or export");
    assertThat(visitor.get("/plans/" + elsewhere.aRound().id() + "/print").status()).isEqualTo(422);
    for (String disguised : new String[] {"score-summary.%63sv", "score-summary.%70df"}) {
      assertThat(visitor.get(own + "/results/" + disguised).status()).as(disguised).isEqualTo(422);
    }

    String back = opened.page().select(".emergency form").attr("action");
    assertThat(visitor.post(back).page().select(".emergency")).isEmpty();

    assertThat(visitor.get("/reasons/" + school.id()).status()).isEqualTo(404);
    assertThat(visitor.post(back).status()).isEqualTo(404);
  }

  /// Somebody from a team holds no role that any page of a school is for.
  @Test
  void aColleagueFromATeamReadsTheSchoolsPagesForThatHour() {
    var chair = people.signedIn(casework.aTeam("Hurried").chair());
    assertThat(chair.get("/engagement/rounds").status()).isEqualTo(404);

    var opened = chair.post("/break-glass/" + school.id(), "category", "MISSING", "reason", REASON);

    assertThat(opened.status()).isEqualTo(200);
    assertThat(opened.page().select("main a[href=" + rounds + "]")).hasSize(1);
    assertThat(chair.get(rounds).status()).isEqualTo(200);
    assertThat(chair.post(rounds + "/ending").status()).isEqualTo(404);
    for (String closed : new String[] {"/auditing", "/alerts", "/engagement/rounds/new"}) {
      assertThat(chair.get(closed).status()).as(closed).isEqualTo(404);
    }
    assertThat(chair.get("/engagement/rounds/" + elsewhere.aRound().id()).status()).isEqualTo(404);

    chair.post(opened.page().select(".emergency form").attr("action"));

    assertThat(chair.get("/engagement/rounds").status()).isEqualTo(404);
    assertThat(chair.get(rounds).status()).isEqualTo(404);
  }

  @Test
  void aSchoolOpensWithItsRoundsForReadingAndTakesNoChange() {
    String round = rounds.replaceAll(".*/", "");
    visitor.post("/break-glass/" + school.id(), "category", "COVERING", "reason", REASON);

    var page = visitor.get(rounds);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.page().select(".why a").attr("href")).isEqualTo("/reasons/" + round);
    assertThat(visitor.get("/reasons/" + round).page().select("main").text())
        .contains("You opened this in an emergency");
    page.page()
        .select("main form[method=post]")
        .forEach(
            form ->
                assertThat(visitor.post(form.attr("action")).status())
                    .as(form.attr("action"))
                    .isGreaterThanOrEqualTo(400));
  }

  @Test
  void whoSaysWhatCameOfItAtTheSameMomentAsAnotherIsToldSo() throws Exception {
    visitor.post("/break-glass/" + school.id(), "category", "MISSING", "reason", REASON);
    var lead = school.as(Role.SAFEGUARDING_LEAD);
    var head = people.signedIn(school.the(Role.HEAD));
    String action = head.get("/break-glass-reviews").page().select("main form").attr("action");
    var glass = UUID.fromString(action.replaceAll(".*/", ""));

    try (var threads = Executors.newSingleThreadExecutor()) {
      var heads =
          processes.look(
              lead,
              () -> {
                reviews.review(lead, glass, GlassReviews.Outcome.NOT_NEEDED, "");
                var begun = threads.submit(() -> head.post(action, "outcome", "JUSTIFIED"));
                assertThatThrownBy(() -> begun.get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
                return begun;
              });

      assertThat(heads.get().status()).isEqualTo(412);
      assertThat(heads.get().page().select("main").text()).contains("at the same moment");
    }
  }

  @Test
  void theOwnerReadsTheReasonAndSaysWhatCameOfIt() {
    visitor.post("/break-glass/" + school.id(), "category", "MISSING", "reason", REASON);
    var lead = people.signedIn(school.the(Role.SAFEGUARDING_LEAD));

    String waits = "main a[href=/break-glass-reviews]";
    assertThat(lead.get("/waiting").page().select(waits)).hasSize(1);
    assertThat(visitor.get("/waiting").page().select(waits)).isEmpty();
    var reviews = lead.get("/break-glass-reviews").page();
    assertThat(reviews.select("main").text()).contains(REASON);
    String action = reviews.select("main form").attr("action");
    var empty = lead.post(action, "note", "They rang first.");
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.page().select("textarea").text()).isEqualTo("They rang first.");
    assertThat(visitor.post(action, "outcome", "JUSTIFIED").status()).isEqualTo(404);

    var kept = lead.post(action, "outcome", "JUSTIFIED", "note", "They rang first.");

    assertThat(kept.page().select("main").text())
        .contains("It was right to open it", "They rang first.");
    assertThat(kept.page().select("main form")).isEmpty();
    assertThat(lead.get("/waiting").page().select(waits)).isEmpty();
  }
}
