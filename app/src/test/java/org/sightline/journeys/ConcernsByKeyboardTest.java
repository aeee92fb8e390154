package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.WaitedTooLong;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A concern from the form to its end, as everybody it comes to and some it does not, by keyboard
/// only (A07, A29, A36, ST-13).
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcernsByKeyboardTest {

  private static final String PLANTED = "Ambrosine Thackthwaite is waited for at the gate";
  private static final String SEND = "main form button.govuk-button:not(.govuk-button--secondary)";
  private static final String QUEUE = ".top__nav a[href='/concerns']";
  private static final String NOT_THERE = "Page not found";

  @Autowired private ApplicationContext application;
  @Autowired private SystemStore store;

  private final Set<String> lookedAt = new HashSet<>();
  private TestSchools school;
  private WaitedTooLong late;

  @BeforeAll
  void openASchoolOfItsOwn() {
    school = new TestSchools(application);
    late = new WaitedTooLong(application);
  }

  @Test
  void isRaisedByTheFormDecidedWithAReasonAndOpenedAgain(Browser browser) {
    var facilitator = as(browser, Role.FACILITATOR);
    facilitator.goes(".top__nav a[href='/concerns/raising']", "Raise a concern");
    facilitator.isSentBack(SEND, "immediate-risk-yes");
    PlaywrightAssertions.assertThat(facilitator.find("#immediate-risk-yes"))
        .hasAccessibleDescription(Pattern.compile("Ring 999 .* now"));
    facilitator.keyboard().press("Space");
    assertThat(facilitator.reads()).contains("Ring 999 or children's social care now");
    facilitator.chooses("#immediate-risk-no").chooses("#when-raised-in-session");
    assertThat(facilitator.reads()).doesNotContain("Ring 999");
    facilitator.writes("#what", PLANTED).chooses("#known-yes").writes("#done", "The bus changed.");
    facilitator.chooses("#enough-partly").goes(SEND, "Your receipt");
    String id = facilitator.path().replaceAll(".*/", "");
    assertThat(facilitator.reads()).contains(receipt(id), "the safeguarding lead");
    facilitator.goes("main a[href='/concerns/raising/receipts']", "Your receipts");
    assertThat(facilitator.reads()).contains(receipt(id)).doesNotContain("Thackthwaite");
    facilitator.sawItsWay();

    var lead = as(browser, Role.SAFEGUARDING_LEAD);
    lead.goes("a.top__inbox", "Waiting for you").goes("main td a[href^='/concerns']", "Concern");
    if (lead.path().equals("/concerns")) {
      lead.unfolds("main td summary");
      assertThat(lead.find("main td details").first().getAttribute("open")).isNotNull();
      lead.goes("main th a[href='/concerns/" + id + "']", "Concern " + receipt(id));
    }
    assertThat(lead.reads()).contains(PLANTED, "The bus changed.", "Looked at, not yet decided");
    lead.isSentBack("form[action$='/notes'] button", "note");
    lead.writes("#note", "Rang the family.").sends("form[action$='/notes'] button", "Added.");
    decide(lead, id);
    openAgain(lead, id);
    lead.sawItsWay();

    facilitator.types("/concerns/" + id).find("h1:has-text('" + NOT_THERE + "')").waitFor();
    assertThat(done(id))
        .containsSubsequence(
            act("concern-raised", Role.FACILITATOR),
            act("concern-read", Role.SAFEGUARDING_LEAD),
            act("concern-seen", Role.SAFEGUARDING_LEAD),
            act("concern-noted", Role.SAFEGUARDING_LEAD),
            act("concern-closed", Role.SAFEGUARDING_LEAD),
            act("concern-reopened", Role.SAFEGUARDING_LEAD));
  }

  @Test
  @Tag("long")
  void whatWaitedTooLongComesToTheDeputyWhoDecides(Browser browser) {
    String id = late.raised(school.as(Role.FACILITATOR), school.id(), PLANTED).toString();
    var deputy = as(browser, Role.DEPUTY_LEAD);
    deputy.goes(QUEUE, "Concerns");
    assertThat(deputy.reads()).contains("Nothing is waiting for you").doesNotContain(receipt(id));

    late.theClockStrikes();

    deputy.goes(QUEUE, "Concerns");
    assertThat(deputy.reads()).contains(receipt(id), "Not looked at by");
    deputy.goes("main th a[href='/concerns/" + id + "']", "Concern " + receipt(id));
    assertThat(deputy.reads())
        .contains(PLANTED, "Not done in time. Passed on to the deputy safeguarding lead too");
    decide(deputy, id);
    assertThat(deputy.reads()).contains("What was missed stays on the record");
    deputy.sawItsWay();
    assertThat(done(id))
        .containsSubsequence(
            act("concern-raised", Role.FACILITATOR),
            "concerns.concern-passed-on by the clock",
            act("concern-seen", Role.DEPUTY_LEAD),
            act("concern-closed", Role.DEPUTY_LEAD));
  }

  @Test
  @Tag("long")
  void whoeverItIsAboutNeverSeesIt(Browser browser) {
    var facilitator = as(browser, Role.FACILITATOR);
    String aboutHead = raise(facilitator, "#about-adult-head");
    assertThat(facilitator.reads())
        .contains("the safeguarding lead", "not to the person it is about");
    String aboutLead = raise(facilitator, "#about-adult-lead");
    assertThat(facilitator.reads()).contains("the deputy safeguarding lead and the head");

    var head = as(browser, Role.HEAD);
    head.goes(QUEUE, "Concerns");
    assertThat(head.reads()).contains(receipt(aboutLead)).doesNotContain(receipt(aboutHead));
    head.goes("main th a[href='/concerns/" + aboutLead + "']", "Concern " + receipt(aboutLead));
    assertThat(head.reads()).contains("designated officer");
    decide(head, aboutLead);
    head.types("/concerns/" + aboutHead).find("h1:has-text('" + NOT_THERE + "')").waitFor();

    var lead = as(browser, Role.SAFEGUARDING_LEAD);
    lead.goes(QUEUE, "Concerns");
    assertThat(lead.reads()).contains(receipt(aboutHead)).doesNotContain(receipt(aboutLead));
    lead.goes("main th a[href='/concerns/" + aboutHead + "']", "Concern " + receipt(aboutHead));
    lead.types("/concerns/" + aboutLead).find("h1:has-text('" + NOT_THERE + "')").waitFor();

    for (var typist : List.of(facilitator, head, lead)) {
      typist.sawItsWay();
    }
    assertThat(done(aboutLead)).contains(act("concern-closed", Role.HEAD));
    assertThat(denied(aboutLead)).containsExactly(act("concern-read", Role.SAFEGUARDING_LEAD));
    assertThat(done(aboutHead)).contains(act("concern-seen", Role.SAFEGUARDING_LEAD));
    assertThat(denied(aboutHead)).containsExactly(act("concern-read", Role.HEAD));
  }

  @Test
  @Tag("long")
  void theAdministratorKeepsTheContactsAndReadsNothingOfWhatTheyAreFor(Browser browser) {
    String id = late.raised(school.as(Role.FACILITATOR), school.id(), PLANTED).toString();
    var administrator = as(browser, Role.ADMINISTRATOR);
    administrator.goes(".top__nav a[href='/plans/council-contacts']", "Council contacts");
    administrator.isSentBack(SEND, "use");
    addAContact(administrator, "PLACES", "Mill Park");
    addAContact(administrator, "CONCERNS", "Our town");
    addAContact(administrator, "DESIGNATED_OFFICER", "The county");
    changeAContact(administrator);
    assertThat(administrator.reads()).contains("desk@council.invalid", "Our town", "The county");
    looksEverywhere(administrator);
    for (String address :
        List.of("/concerns", "/concerns/" + id, "/engagement/rounds", "/plans/" + aRound())) {
      administrator.types(address).find("h1:has-text('" + NOT_THERE + "')").waitFor();
    }
    administrator.sawItsWay();

    assertThat(acts("workspace", school.id().value(), "DONE"))
        .filteredOn(("plans.council-contact-saved by " + who(Role.ADMINISTRATOR))::equals)
        .hasSize(6);
    assertThat(done(id)).noneMatch(act -> act.endsWith(who(Role.ADMINISTRATOR)));
    var lead = browser.another().signIn(school.the(Role.SAFEGUARDING_LEAD)).open("/concerns");
    assertThat(lead.playwright().locator("main").innerText())
        .doesNotContain("No council contact for concerns is set");
  }

  private Typist as(Browser browser, Role role) {
    return Typist.signedIn(browser.another(), school.the(role), lookedAt);
  }

  private static String raise(Typist facilitator, String about) {
    facilitator.goes(".top__nav a[href='/concerns/raising']", "Raise a concern");
    facilitator.chooses("#immediate-risk-no").ticks(about).chooses("#when-raised-in-session");
    facilitator.writes("#what", PLANTED).chooses("#known-no").goes(SEND, "Your receipt");
    return facilitator.path().replaceAll(".*/", "");
  }

  private static void decide(Typist reader, String id) {
    reader.goes("a[href='/concerns/" + id + "/decision']", "Record what was decided");
    reader.isSentBack(SEND, "outcome-social-care");
    reader.chooses("#outcome-in-school").writes("#reason", "A walk home is arranged.");
    reader.writes("#told", "Yes, by the form tutor.").chooses("#ends-yes");
    reader.sends(SEND, "The concern is closed.");
    assertThat(reader.reads()).contains("Closed: Supported in school", "A walk home is arranged.");
  }

  private static void openAgain(Typist lead, String id) {
    lead.goes(".govuk-back-link", "Concerns").unfolds("main > details > summary");
    lead.goes("main > details a[href='/concerns/" + id + "']", "Concern " + receipt(id));
    lead.isSentBack("form[action$='/reopening'] button", "reason");
    lead.writes("#reason", "It came back.")
        .sends("form[action$='/reopening'] button", "Opened again.");
    assertThat(lead.reads()).contains("It came back.", "Decide by the end of");
  }

  private static void addAContact(Typist administrator, String use, String area) {
    administrator.chooses("[name=use][value=" + use + "]");
    administrator.writes("#area", area).writes("#team", "Invented desk");
    administrator.writes("#phone", "01632 960 747").sends(SEND, "The contact is saved.");
  }

  /// The link leads to the form below the list, not to the top of the page again.
  private static void changeAContact(Typist administrator) {
    String park = idOf(administrator, "Mill Park");
    administrator.goes("main td a[href*='" + park + "']", "Council contacts");
    assertThat(administrator.reads()).contains("Change a contact");
    administrator.keyboard().press("Tab");
    assertThat(administrator.page().evaluate("() => document.activeElement.name"))
        .as("The first Tab comes to the form")
        .isEqualTo("use");
    administrator.writes("#email", "desk@council.invalid").sends(SEND, "The contact is saved.");
    String use = "main form[action$='/use']:has([value='%s']) button";
    String county = idOf(administrator, "The county");
    administrator.sends(use.formatted(county), "The contact is no longer offered.");
    administrator.sends(use.formatted(county), "The contact is offered again.");
  }

  private static String idOf(Typist administrator, String area) {
    return administrator
        .find("main tr:has-text('" + area + "') input[name=contact]")
        .getAttribute("value");
  }

  /// Every page the menu offers.
  private static void looksEverywhere(Typist administrator) {
    var links = administrator.find(".top__nav a, .top__inbox").all();
    var addresses = links.stream().map(link -> link.getAttribute("href")).toList();
    for (String href : addresses) {
      assertThat(href).isNotIn("/concerns", "/engagement/rounds", "/contexts/plans");
      administrator.leaves("header a[href='" + href + "']");
      assertThat(administrator.path()).isEqualTo(href);
      assertThat(administrator.reads()).as(href).doesNotContain("Thackthwaite");
    }
  }

  private UUID aRound() {
    return school.aRound().id().value();
  }

  private String act(String act, Role role) {
    return "concerns." + act + " by " + who(role);
  }

  private String who(Role role) {
    return school.the(role).id().toString();
  }

  private List<String> done(String id) {
    return acts("object", UUID.fromString(id), "DONE");
  }

  private List<String> denied(String id) {
    return acts("object", UUID.fromString(id), "DENIED");
  }

  private List<String> acts(String of, UUID id, String outcome) {
    return store
        .jdbc()
        .sql(
            """
            select act || ' by ' || coalesce(user_id::text, 'the clock') from audit.entry
             where :id = case :of when 'object' then object else workspace end and outcome = :outcome
             order by seq
            """)
        .param("id", id)
        .param("of", of)
        .param("outcome", outcome)
        .query(String.class)
        .list();
  }

  private static String receipt(String id) {
    return new ConcernId(UUID.fromString(id)).receipt();
  }
}
