package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.planning.ResponsePlan;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Consent before a session by keyboard only: the list, a young person who signs on screen, a paper
/// form that came back, and who has returned none (A21, A77 to A86).
@BrowserTest
class ConsentByKeyboardTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String SEND =
      "main form button.govuk-button:not(.govuk-button--secondary):not([data-clear])";
  private static final String INVITE = "form[action$='/invitations'] button";

  @Autowired private ApplicationContext application;
  @Autowired private Rounds rounds;
  @Autowired private Sessions sessions;
  @Autowired private SystemStore store;

  private TestSchools school;
  private String round;
  private UUID session;

  @Test
  void isAskedSignedByAYoungPersonAndChasedBeforeTheSession(Browser browser) {
    planASession();
    var facilitator =
        Typist.signedIn(browser.another(), school.the(Role.FACILITATOR), new HashSet<>());
    String list = "/engagement/sessions/" + session + "/consent";

    facilitator.goes(".top__nav a[href='/engagement/rounds']", "Rounds");
    facilitator.goes("main a[href='" + round + "']", "Needham round");
    facilitator.goes("main a[href='/engagement/sessions/" + session + "']", "Session 1");
    facilitator.goes("main a[href='" + list + "']", "Consent forms");
    facilitator.isSentBack(INVITE, "people");
    facilitator.writes("#people", "Isolde Quenby, 13");
    facilitator.keyboard().press("Enter");
    facilitator.page().keyboard().type("Barnaby Ludgrove, 14");
    facilitator.sends(INVITE, "2 young people are added to the list.");
    assertThat(facilitator.reads()).contains("2 forms have not come back.");

    String isolde = formOf(facilitator, "Isolde Quenby");
    facilitator.goes("a[href='" + isolde + "/handing-over']", "Sign on screen");
    facilitator.chooses("#form-easy-read").goes(SEND, "");
    sign(facilitator);
    takeTheTabletBack(facilitator, list);
    assertThat(facilitator.reads())
        .contains("1 of 2 young people have said yes.", "1 form has not come back.");
    assertThat(rowOf(facilitator, "Isolde Quenby")).contains("Yes,").doesNotContain("Not returned");
    assertThat(rowOf(facilitator, "Barnaby Ludgrove")).contains("Not returned");

    String barnaby = formOf(facilitator, "Barnaby Ludgrove");
    beforeItStarts(facilitator, list);
    recordOnPaper(facilitator, barnaby);
    assertThat(rowOf(facilitator, "Barnaby Ludgrove")).contains("No,");
    assertThat(facilitator.reads()).doesNotContain("not come back");
    facilitator.goes("a[href='" + isolde + "']", "Consent form as it was answered");
    assertThat(facilitator.reads()).contains("Isolde Quenby", "Typed their name", "Isolde Q");
    facilitator.sawItsWay();

    isAudited("young-people-invited", session);
    isAudited("consent-register-read", session);
    isAudited("consent-recorded", UUID.fromString(isolde.replaceAll(".*/", "")));
    isAudited("consent-recorded", UUID.fromString(barnaby.replaceAll(".*/", "")));
    isAudited("consent-form-read", UUID.fromString(isolde.replaceAll(".*/", "")));
  }

  /// A round of a school of its own with a session next week, and whoever takes a disclosure named.
  private void planASession() {
    school = new TestSchools(application);
    var owner = school.as(Role.ROUND_OWNER);
    var lead = school.the(Role.SAFEGUARDING_LEAD).id();
    var id = school.aRound().id();
    rounds.addFacilitator(owner, id, school.the(Role.FACILITATOR).id());
    var details = SessionDetails.on(LocalDate.now(LONDON).plusDays(7), LocalTime.of(10, 0));
    var planned = sessions.plan(owner, id, details);
    sessions.respond(owner, planned.id(), new ResponsePlan(lead, "To the lead the same day."));
    round = "/engagement/rounds/" + id;
    session = planned.id().value();
  }

  /// The young person says yes, forgets two lines and the signature, and mends it.
  private static void sign(Typist young) {
    assertThat(young.find(".top__nav, .top__who").count()).isZero();
    var statements = young.find("input[name=ticked]").all();
    var ids = statements.stream().map(each -> "#" + each.getAttribute("id")).toList();
    ids.subList(0, ids.size() - 2).forEach(young::ticks);
    young.chooses("#answer");
    young.isSentBack(SEND, ids.get(ids.size() - 2).substring(1));
    young.keyboard().press("Space");
    young.ticks(ids.getLast()).writes("#typed", "Isolde Q").goes(SEND, "Thank you for telling us");
    assertThat(young.reads()).doesNotContain("Quenby");
  }

  /// The tablet shows nothing else until whoever handed it over has shown again who they are.
  private void takeTheTabletBack(Typist facilitator, String list) {
    facilitator.unfolds("main summary").goes("main details a", "Show that it is still you");
    facilitator.writes("#code", school.the(Role.FACILITATOR).password());
    facilitator.goes("main form[action='/signing-in-again'] button", "Consent forms");
    assertThat(facilitator.path()).isEqualTo(list);
  }

  /// The page that starts the session says that a form is missing, and leads to the list.
  private void beforeItStarts(Typist facilitator, String list) {
    facilitator.goes("main a[href='/engagement/sessions/" + session + "']", "Session 1");
    facilitator.goes("main a[href$='/starting']", "Start session 1");
    assertThat(facilitator.reads())
        .contains("1 of 2 consent forms returned", "A form that has not come back is not a yes.");
    facilitator.goes("main a[href='" + list + "']", "Consent forms");
  }

  private static void recordOnPaper(Typist facilitator, String form) {
    var today = LocalDate.now(LONDON);
    facilitator.goes("a[href='" + form + "/returning']", "Record the paper form");
    facilitator.isSentBack(SEND, "answer");
    facilitator.chooses("[name=answer][value=no]").writes("#explainedBy", "An adult");
    facilitator.writes("#signedOn-day", "" + today.getDayOfMonth());
    facilitator.writes("#signedOn-month", "" + today.getMonthValue());
    facilitator.writes("#signedOn-year", "" + (today.getYear() + 1));
    facilitator.isSentBack(SEND, "signedOn-day");
    facilitator.writes("#signedOn-year", "" + today.getYear());
    facilitator.sends(SEND, "The form is recorded.");
  }

  private static String rowOf(Typist facilitator, String name) {
    return facilitator.find("main tbody tr:has-text('" + name + "')").innerText();
  }

  private static String formOf(Typist facilitator, String name) {
    return facilitator
        .find("main tbody tr:has-text('" + name + "') a[href$='/returning']")
        .getAttribute("href")
        .replace("/returning", "");
  }

  private void isAudited(String act, UUID object) {
    assertThat(
            store
                .jdbc()
                .sql(
                    """
                    select count(*) from audit.entry
                     where act = :act and object = :object and user_id = :who and outcome = 'DONE'
                    """)
                .param("act", "engagement." + act)
                .param("object", object)
                .param("who", school.the(Role.FACILITATOR).id().value())
                .query(Long.class)
                .single())
        .as(act)
        .isPositive();
  }
}
