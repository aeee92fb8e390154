package org.sightline.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sightline.demonstration.Cast;
import org.sightline.engagement.keying.PrintedSheets;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Role;
import org.sightline.store.SystemStore;
import org.sightline.testing.Browser;
import org.sightline.testing.BrowserTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// A pile of paper without a mouse: one person keys it, a second keys it again, the second settles
/// what differs, and once the session is closed a slip from the box takes a map out.
@Tag("long")
@BrowserTest
class KeyboardOnlyPileTest {

  private static final String SAVED = "is saved";

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private PrintedSheets sheets;
  @Autowired private SystemStore store;

  @Test
  void twoPeopleKeyItTheySettleWhatDiffersAndASlipTakesAMapOut(Browser browser) {
    var round = rounds.aRound();
    var session = rounds.anOpenSession(round);
    var labels =
        sheets.issue(rounds.owner(), session.id(), 3).stream()
            .map(sheet -> sheet.label().letters())
            .toList();
    var first = people.cast().the(Role.FACILITATOR);
    var second = people.cast().the(Role.ROUND_OWNER);
    var other = browser.another();

    var reader = opens(browser, first, session);
    keys(reader, labels.get(0), "RYGRYGRYG ");
    keysWithYear(reader, labels.get(1), "GGGGGGGGGG", "8");
    keysAsUnreadable(reader, labels.get(2));
    reader.reads("[data-progress]", "3 sheets keyed");

    var checker = opens(other, second, session);
    checker.goesBackTo("a[href$='?pass=2']").sends().looks();
    keys(checker, labels.get(0), "RYRRYGRYG ");
    keysWithYear(checker, labels.get(1), "GGGGRGGGGG", "9");
    keys(checker, labels.get(2), "YYYYYYYYYY");
    checker.reads("[data-progress]", "3 of 3 sheets");

    settle(checker, labels);
    String slip = new StudentsJob(session.classCode()).byKeyboard(browser.another());
    close(checker);
    takeOut(reader, slip);

    assertThat(Typist.acts(store, round.id(), first))
        .contains("engagement.sheet-opened")
        .filteredOn("engagement.sheet-keyed"::equals)
        .hasSize(3);
    assertThat(Typist.acts(store, round.id(), second))
        .contains("engagement.differences-read", "engagement.session-closed")
        .filteredOn(List.of("engagement.sheet-keyed", "engagement.difference-settled")::contains)
        .hasSize(6);
    assertThat(reader.keyboard().unseen()).as("Controls that do not show the focus").isEmpty();
    assertThat(checker.keyboard().unseen()).as("Controls that do not show the focus").isEmpty();
  }

  private static Typist opens(Browser browser, Cast.Member member, Session session) {
    var typist = Typist.signedIn(browser, member);
    typist.goesByMenu("/engagement/rounds", "Rounds");
    typist.follows("/engagement/rounds/" + session.round(), "Spring round");
    typist.follows("/engagement/sessions/" + session.id(), "Session 1");
    typist.follows("/keying", "Key a pile");
    return typist;
  }

  /// Types a label and what the sheet says, without waiting in between.
  private static void keys(Typist typist, String label, String levels) {
    typist.page().keyboard().type(label + levels);
    typist.keyboard().press("Enter");
    typist.status("Sheet " + label + " " + SAVED);
  }

  private static void keysWithYear(Typist typist, String label, String levels, String year) {
    typist.page().keyboard().type(label + levels + "N" + year);
    typist.page().waitForFunction("y => document.getElementById('year').value === y", year);
    typist.keyboard().press("Enter");
    typist.status("Sheet " + label + " " + SAVED);
  }

  /// Ticks the box in place of pressing X; Enter there saves the sheet as well.
  private static void keysAsUnreadable(Typist typist, String label) {
    typist.page().keyboard().type(label + "RY");
    typist.status("Canteen: Y.");
    typist.keyboard().to("#spoiled").press("Space").press("Enter");
    typist.status("Sheet " + label + " " + SAVED);
  }

  private static void settle(Typist typist, List<String> labels) {
    var keyboard = typist.keyboard();
    typist.goesBackTo("[data-differing]").reads("[data-differing]", "Differences (3)");
    typist.goes("[data-differing]", "Differences");

    // One sheet differs in its year and in a place; with only the place answered it is refused.
    String year = labels.get(1);
    keyboard.to(in(year, "[data-place] input"));
    keyboard.press("g");
    typist.sends().isRefused("on every line of sheet " + year, in(year, "[name=year]"));
    assertThat(typist.page().isChecked(in(year, "[data-place] input[value=G]")))
        .as("what was chosen stays chosen")
        .isTrue();
    keyboard.press("Space");
    typist.presses(in(year, "button"), "The sheet is settled.");

    String torn = labels.get(2);
    keyboard.to(in(torn, "[name=spoiled]")).press("Space");
    typist.presses(in(torn, "[name=spoiled]"), "The sheet is settled.");
    keyboard.to(in(labels.get(0), "[data-place] input")).press("g");
    typist.presses(in(labels.get(0), "button"), "The sheet is settled.");
    typist.reads("main", "No sheet you can settle");
  }

  private static String in(String label, String selector) {
    return ".settling:has([name=label][value='%s']) %s".formatted(label, selector);
  }

  private static void close(Typist typist) {
    typist.goes(".govuk-back-link", "Key a pile");
    typist.follows("/closing", "Close the session");
    typist.writes("#out", "4").sends().looks().reads(".closing__counts", "4 out, 3 in");
  }

  private void takeOut(Typist typist, String slip) {
    var who = people.cast().the(Role.FACILITATOR);
    int before = slipsTyped(who);
    typist.goesByMenu("/engagement/slip-box", "Slip box");
    typist.writes("#code", slip.substring(1)).sends();
    typist.isRefused("Check each one against the slip.", "#code");
    typist.writes("#code", slip).presses("main form button", "deleted");
    typist.writes("#code", slip).sends().isRefused("This slip was used before", "#code");
    assertThat(slipsTyped(who)).isEqualTo(before + 3);
  }

  private int slipsTyped(Cast.Member who) {
    return store
        .jdbc()
        .sql(
            """
            select count(*)::int from audit.entry
             where act = 'engagement.slip-typed' and user_id = :who and outcome = 'DONE'
            """)
        .param("who", who.id().value())
        .query(Integer.class)
        .single();
  }
}
