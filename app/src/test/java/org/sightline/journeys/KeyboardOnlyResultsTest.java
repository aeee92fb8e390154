package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.Cast;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.planning.Question;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.running.Runs;
import org.sightline.kernel.Level;
import org.sightline.kernel.Role;
import org.sightline.plans.ContactUse;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.store.SystemStore;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What a school makes of its maps without a mouse: reasons counted, an idea put into words, the
/// results by year group, the round beside the one before it, and a letter to the council with its
/// reply.
@Tag("long")
@BrowserTest
class KeyboardOnlyResultsTest {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final String IDEA = "Paint the hall with younger students";

  @Autowired private ApplicationContext application;
  @Autowired private TestPeople people;
  @Autowired private TestRounds test;
  @Autowired private Rounds rounds;
  @Autowired private Runs runs;
  @Autowired private Marks marks;
  @Autowired private Publications publications;
  @Autowired private CouncilContacts contacts;
  @Autowired private SystemStore store;

  private Cast.Member owner;
  private Round round;

  /// Two rounds on one plan. In the first half saw the main hall red, in the second few.
  @BeforeEach
  void holdTwoRounds() {
    owner = people.cast().the(Role.ROUND_OWNER);
    var plan = test.aPlan().id();
    var before = rounds.start(test.owner(), people.school(), "Autumn by keys", plan, null);
    round = rounds.start(test.owner(), people.school(), "Spring by keys", plan, before.id());
    var many = new ManyMaps(application);
    for (int year : new int[] {8, 9}) {
      many.holdASession(before.id(), 12, year, (map, zone) -> level(map, zone, zone == 0));
      many.holdASession(round.id(), 12, year, (map, zone) -> level(map, zone, false));
    }
    noteAnIdea();
    publications.publish(test.owner(), before.id());
    publications.publish(test.owner(), round.id());
  }

  @Test
  void reasonsAnIdeaTheYearGroupsAndTheRoundBefore(Browser browser) {
    var typist = Typist.signedIn(browser, owner);
    typist.goesByMenu("/engagement/rounds", "Rounds");
    typist.follows("/engagement/rounds/" + round.id(), "Spring by keys");
    typist.follows("/results", "Score summary map");

    countReasons(typist);
    putAnIdeaIntoWords(typist);
    breakDown(typist);
    compare(typist);
    assertThat(Typist.acts(store, round.id(), owner))
        .contains(
            "engagement.notes-read",
            "engagement.reasons-counted",
            "engagement.proposal-made",
            "engagement.proposal-approved",
            "engagement.proposal-planned",
            "engagement.breakdown-made",
            "engagement.comparison-exported");
    typist.sawItsWay();
  }

  /// Of two contacts, so that the writer has to say whom the letter is for.
  @Test
  void aLetterToTheCouncilAndItsReply(Browser browser) {
    var typist = Typist.signedIn(browser, owner);
    var other = UUID.randomUUID();
    contacts.save(test.owner(), people.school(), heron(other, 0, false));
    try {
      keepAContact(typist);
      raiseAPlaceOutside(typist);
      String kept = sendTheLetter(typist);
      recordTheReply(typist);
      retireTheContact(typist, kept);
    } finally {
      contacts.save(test.owner(), people.school(), heron(other, 1, true));
    }

    assertThat(Typist.acts(store, round.id(), owner))
        .containsSubsequence(
            "plans.issue-raised", "plans.council-letter-sent", "plans.council-reply-recorded");
    assertThat(Typist.acts(store, people.school(), owner)).contains("plans.council-contact-saved");
    typist.sawItsWay();
  }

  private void countReasons(Typist typist) {
    var keyboard = typist.keyboard();
    typist.follows("/results/reasons", "Count reasons");
    keyboard.to("main a[href*='/reasons?zone=']");
    typist.sends();
    typist.page().waitForFunction("() => document.activeElement.id === 'counts'");
    typist.looks().reads("#counts", "How often, for Main hall");

    typist
        .writes("#times-dark", "lots")
        .sends()
        .isRefused("Dark or badly lit: type a whole number", "#times-dark");
    typist.writes("#times-dark", "4").writes("#times-groups", "7").sends();
    typist.isTold("The reasons are saved.").reads("main", "Main hall (counted)");
    typist.follows("/results", "Score summary map").reads("main", "Reasons that were given");
  }

  private void putAnIdeaIntoWords(Typist typist) {
    var keyboard = typist.keyboard();
    typist.follows("/results/ideas", "Ideas from the discussions");
    typist.goes("main a[href*='/ideas/new?note=']", "Put an idea into words");
    typist.writes("#wording", " ").keyboard().to("main form:has(#wording) button");
    typist.sends().isRefused("Write the idea", "#wording");
    typist.writes("#wording", IDEA).chooses("kind", "STAFF");
    keyboard.to("#zone").press("ArrowDown");
    typist.presses("main form:has(#wording) button", "The idea is saved as a draft.");
    typist.reads("#ideas", "Main hall: " + IDEA, "Draft");
    typist.presses("form[action$='/approving'] button", "The idea is approved.");
    typist.presses("form[action$='/planning'] button", "The idea is in the plan.");
    typist.follows("/results", "Score summary map").reads("main", "Main hall: " + IDEA);
  }

  private void breakDown(Typist typist) {
    typist.follows("/results/publishing", "Make the results");
    typist.goes("button[value=YEAR_GROUP]", "Score summary map");
    typist.keyboard().to("main a[href='#by-group-region']").press("Enter");
    typist.page().waitForFunction("() => document.activeElement.id === 'by-group-region'");
    typist.reads("#by-group", "year 8", "year 9", "mixed");
    typist.follows("/results/publishing", "Make the results");
    typist.reads("#no-breakdown", "already been broken down");
    assertThat(typist.page().locator("button[name=by]").count()).isZero();
    typist.follows("/results", "Score summary map");
  }

  private void compare(Typist typist) {
    typist.follows("/results/comparison", "Compare two rounds");
    typist.reads("main", "Spring by keys, beside Autumn by keys.");
    typist.reads("#comparison tr:has(th:text-is('Main hall'))", "of 24 maps");
    typist.reads("#comparison tr:has(th:text-is('Canteen'))", "about the same");
    typist.keyboard().to("[role=region]:has(#comparison)");
    Download file =
        typist
            .page()
            .waitForDownload(
                () -> typist.keyboard().to("main a[href$='/comparison.csv']").press("Enter"));
    assertThat(file.suggestedFilename()).isEqualTo("comparison.csv");
    typist.follows("/results", "Score summary map");
  }

  private static void keepAContact(Typist typist) {
    typist.goesByMenu("/plans/council-contacts", "Council contacts");
    typist.chooses("use", "PLACES").writes("#area", "Kestrel Green");
    typist
        .writes("#team", "Kestrel team")
        .sends()
        .isRefused("Enter an e-mail address or a telephone number", "#email");
    typist.writes("#email", "kestrel@council.example").sends();
    typist.isTold("The contact is saved.").reads("main", "Kestrel Green");
  }

  private void raiseAPlaceOutside(Typist typist) {
    typist.goesByMenu("/engagement/rounds", "Rounds");
    typist.follows("/engagement/rounds/" + round.id(), "Spring by keys");
    typist.follows("/plans/" + round.id(), "Intervention plan");
    typist.follows("/issues/new", "Add an issue");
    typist.writes("#place", "Kestrel Green").chooses("source", "DISCUSSION");
    typist.writes("#said", "No light by the pond.").keyboard().to("#outside").press("Space");
    typist.writes("#forStudents", "It is dark on the green.");
    typist.presses("main form:has(#place) button", "The issue is in the plan.");
  }

  /// @return the contact it went to
  private String sendTheLetter(Typist typist) {
    typist.goes(".govuk-back-link", "Intervention plan");
    typist.follows("/council", "Write to the council");
    String id =
        typist
            .page()
            .locator("#contact .govuk-radios__item:has-text('Kestrel team') input")
            .getAttribute("value");
    typist.chooses("contact", id);
    typist.keyboard().to("form[method=get]:has(#contact) button");
    typist
        .sends()
        .looks()
        .reads("article", "Dear Kestrel team", "Kestrel Green: No light by the pond.");
    assertThat(typist.page().inputValue("#recipient")).isEqualTo("Kestrel team, Kestrel Green");

    typist
        .writes("sentOn", TODAY.plusDays(1))
        .sends()
        .isRefused("This day lies ahead.", "#sentOn-day");
    typist.writes("sentOn", TODAY).writes("replyBy", TODAY.plusDays(14)).sends();
    typist.isTold("Recorded. The reply is asked for by");
    return id;
  }

  private static void recordTheReply(Typist typist) {
    typist.follows("/council", "Write to the council");
    typist.reads("main", "Letters sent before", "Kestrel team, Kestrel Green");
    typist.follows("/reply", "Record a reply");
    typist.writes("repliedOn", TODAY).sends().isRefused("Enter what the council said", "#reply");
    typist.writes("#reply", "Two lamps come in May.");
    typist.writes("#forStudents", "The council puts up two lamps.");
    typist.presses("main form button", "The reply is recorded.");
  }

  private static void retireTheContact(Typist typist, String kept) {
    typist.goesByMenu("/plans/council-contacts", "Council contacts");
    String form = "form[action$='/use']:has([name=contact][value='%s'])".formatted(kept);
    typist.presses(form + " button", "no longer offered");
  }

  /// What was said while a session ran. Nobody marked a map in it.
  private void noteAnIdea() {
    var session = test.anOpenSession(round);
    var question =
        Question.shipped(Question.Kind.DISCUSSION).stream()
            .filter(each -> "our-ideas".equals(each.source()))
            .findFirst()
            .orElseThrow();
    runs.note(
        test.owner(),
        session.id(),
        UUID.randomUUID(),
        question.id().toString(),
        null,
        "Somebody said paint");
    marks.close(test.owner(), session.id(), 0);
  }

  private static Level level(int map, int zone, boolean mostlyRed) {
    int turn = (map + zone) % 4;
    if (mostlyRed) {
      return turn < 2 ? Level.RED : turn == 2 ? Level.YELLOW : Level.GREEN;
    }
    return turn == 0 ? Level.RED : turn == 1 ? Level.YELLOW : Level.GREEN;
  }

  private static CouncilContact heron(UUID id, int version, boolean retired) {
    return new CouncilContact(
        id,
        version,
        ContactUse.PLACES,
        "Heron Wharf",
        "Heron team",
        "heron@council.example",
        null,
        retired);
  }
}
