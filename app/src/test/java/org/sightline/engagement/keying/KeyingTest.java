package org.sightline.engagement.keying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.engagement.keying.Piles.APile;
import org.sightline.engagement.marks.DatabaseReader;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.store.DatabaseSettings;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

@SightlineTest
class KeyingTest {

  @Autowired private Keying keying;
  @Autowired private PrintedSheets sheets;
  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private DatabaseSettings settings;

  private DatabaseReader thief;
  private Piles piles;
  private APile pile;

  @BeforeEach
  void printAPile() {
    thief = new DatabaseReader(settings);
    piles = new Piles(keying, sheets, people, rounds);
    pile = piles.of(3);
  }

  @Test
  void isRefusedToWhoeverDoesNotRunTheRound() {
    for (Role role :
        List.of(Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD, Role.ADMINISTRATOR)) {
      var who = people.as(role);
      assertThatThrownBy(() -> piles.key(who, pile, Pass.FIRST, 0, Reading.blank()))
          .isInstanceOf(NotThere.class);
      assertThatThrownBy(() -> keying.pile(who, pile.session().id(), Pass.FIRST))
          .isInstanceOf(NotThere.class);
      assertThatThrownBy(
              () -> keying.open(who, pile.session().id(), Pass.FIRST, label(0).letters()))
          .isInstanceOf(NotThere.class);
      assertThatThrownBy(() -> keying.differences(who, pile.session().id()))
          .isInstanceOf(NotThere.class);
    }
    assertThat(rows()).isZero();
  }

  @Test
  void isRefusedBeforeTheSessionHasStarted() {
    var planned = rounds.aPlannedSession(rounds.aRound());
    var issued = sheets.issue(rounds.owner(), planned.id(), 1);

    assertThatThrownBy(
            () ->
                keying.key(
                    rounds.owner(),
                    planned.id(),
                    Pass.FIRST,
                    issued.getFirst().label(),
                    0,
                    Reading.blank()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not started");
  }

  @Test
  void anUnknownLabelIsRefusedAndHasAnAnswer() {
    var unknown =
        SheetLabel.draw(new java.security.SecureRandom(), SheetLabel.MOST).stream()
            .filter(l -> pile.sheets().stream().noneMatch(s -> s.label().equals(l)))
            .findFirst()
            .orElseThrow();

    assertThat(keying.open(piles.owner(), pile.session().id(), Pass.FIRST, unknown.letters()))
        .isInstanceOf(Opened.Unknown.class);
    assertThat(keying.open(piles.owner(), pile.session().id(), Pass.FIRST, "!!"))
        .isInstanceOf(Opened.Unknown.class);
    assertThatThrownBy(
            () ->
                keying.key(
                    piles.owner(), pile.session().id(), Pass.FIRST, unknown, 0, Reading.blank()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aLabelOfAnotherSessionIsUnknownHere() {
    var other =
        piles.of(3).sheets().stream()
            .map(PrintedSheet::label)
            .filter(l -> pile.sheets().stream().noneMatch(s -> s.label().equals(l)))
            .findFirst()
            .orElseThrow();

    assertThat(keying.open(piles.owner(), pile.session().id(), Pass.FIRST, other.letters()))
        .isInstanceOf(Opened.Unknown.class);
  }

  @Test
  void nobodyKeysTheSameSheetTwice() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));

    assertThatThrownBy(() -> piles.key(piles.owner(), pile, Pass.SECOND, 0, Piles.reading(pile, 0)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("other keying");
    assertThat(keying.open(piles.owner(), pile.session().id(), Pass.SECOND, label(0).letters()))
        .isInstanceOf(Opened.YoursBefore.class);
  }

  @Test
  void whatSomebodyElseKeyedIsNeitherShownNorOverwritten() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));

    assertThat(
            keying.open(piles.facilitator(), pile.session().id(), Pass.FIRST, label(0).letters()))
        .isInstanceOf(Opened.Theirs.class);
    assertThat(
            keying.open(piles.facilitator(), pile.session().id(), Pass.SECOND, label(0).letters()))
        .isInstanceOf(Opened.Fresh.class);
    assertThatThrownBy(
            () -> piles.key(piles.facilitator(), pile, Pass.FIRST, 0, Piles.reading(pile, 1)))
        .isInstanceOf(Stale.class);
    assertThat(yours(piles.owner(), 0).reading()).isEqualTo(Piles.reading(pile, 0));
  }

  @Test
  void aSheetIsCorrectedOnlyByWhoHasSeenItsLatestVersion() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));
    var seen = yours(piles.owner(), 0);
    keying.key(
        piles.owner(),
        pile.session().id(),
        Pass.FIRST,
        label(0),
        seen.version(),
        Piles.reading(pile, 1));

    assertThatThrownBy(
            () ->
                keying.key(
                    piles.owner(),
                    pile.session().id(),
                    Pass.FIRST,
                    label(0),
                    seen.version(),
                    Piles.reading(pile, 2)))
        .isInstanceOf(Stale.class);
    assertThatThrownBy(() -> piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 2)))
        .isInstanceOf(Stale.class);
    assertThatThrownBy(
            () ->
                keying.remove(
                    piles.owner(), pile.session().id(), Pass.FIRST, label(0), seen.version()))
        .isInstanceOf(Stale.class);
    assertThat(yours(piles.owner(), 0).reading()).isEqualTo(Piles.reading(pile, 1));
  }

  @Test
  void twoPeopleWhoKeyOneSheetAtOnceLoseNothing() throws Exception {
    for (int sheet = 0; sheet < 3; sheet++) {
      int number = sheet;
      try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
        var done =
            pool.invokeAll(
                List.<Callable<String>>of(
                    () -> tried(piles.owner(), number, 0),
                    () -> tried(piles.facilitator(), number, 1)));
        assertThat(done.stream().map(f -> f.resultNow()).toList())
            .containsExactlyInAnyOrder("saved", "stale");
      }
    }
    assertThat(rows()).isEqualTo(3);
  }

  @Test
  void twoWindowsOfOnePersonLoseNothing() throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          pool.invokeAll(
              List.<Callable<String>>of(
                  () -> tried(piles.owner(), 0, 0), () -> tried(piles.owner(), 0, 1)));
      assertThat(done.stream().map(f -> f.resultNow()).toList())
          .containsExactlyInAnyOrder("saved", "stale");
    }
  }

  @Test
  void onlyTheTwoKeyersAndTheOwnerSettleADifference() {
    var facilitators = people.cast().all(Role.FACILITATOR);
    var first = SignedIn.as(facilitators.get(0).id());
    piles.key(first, pile, Pass.FIRST, 0, Piles.reading(pile, 0));
    piles.key(piles.owner(), pile, Pass.SECOND, 0, Piles.reading(pile, 1));
    if (facilitators.size() > 1) {
      var third = SignedIn.as(facilitators.get(1).id());
      assertThat(keying.differences(third, pile.session().id())).isEmpty();
      assertThatThrownBy(
              () ->
                  keying.settle(third, pile.session().id(), label(0), 1, 1, Piles.reading(pile, 0)))
          .isInstanceOf(Refused.class);
    }

    var difference = keying.differences(first, pile.session().id()).getFirst();
    assertThat(difference.places(pile.plan())).hasSize(pile.plan().zones().size());
    keying.settle(first, pile.session().id(), label(0), 1, 1, Piles.reading(pile, 2));

    assertThat(keying.differences(first, pile.session().id())).isEmpty();
    assertThatThrownBy(
            () ->
                keying.settle(
                    piles.owner(), pile.session().id(), label(0), 1, 1, Piles.reading(pile, 0)))
        .isInstanceOf(Stale.class);
    assertThat(yours(first, 0).reading()).isEqualTo(Piles.reading(pile, 2));
    assertThat(audited("engagement.difference-settled")).isEqualTo(1);
  }

  @Test
  void equalKeyingsAreNoDifference() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));
    piles.key(piles.facilitator(), pile, Pass.SECOND, 0, Piles.reading(pile, 0));
    piles.key(piles.facilitator(), pile, Pass.FIRST, 1, Piles.reading(pile, 1));

    assertThat(keying.pile(piles.owner(), pile.session().id(), Pass.FIRST))
        .isEqualTo(new Pile(2, 0, List.of(label(0)), 0));
    assertThat(keying.pile(piles.facilitator(), pile.session().id(), Pass.SECOND))
        .isEqualTo(new Pile(1, 2, List.of(label(0)), 0));
  }

  @Test
  void rowsHoldNoMarksNoMomentAndNoOrder() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));
    piles.key(piles.owner(), pile, Pass.FIRST, 1, new Reading(java.util.Map.of(), null, true));

    assertThat(
            thief.rows(
                "select column_name from information_schema.columns where table_schema = 'engagement' and table_name = 'keyed_sheet'"))
        .extracting(row -> row.get("column_name"))
        .containsExactlyInAnyOrder(
            "session_id", "workspace_id", "label", "pass", "keyed_by", "version", "content");
    assertThat(
            thief.rows(
                "select distinct length(content) from engagement.keyed_sheet where session_id = ?",
                pile.session().id().value()))
        .hasSize(1);
    assertThat(
            thief.count(
                "select count(*)::int from engagement.keyed_sheet where session_id = ? and position(convert_to(label || pass, 'UTF8') in content) > 0",
                pile.session().id().value()))
        .isZero();
    assertThat(
            thief.rows(
                "select detail from audit.entry where object = ? and act = 'engagement.sheet-keyed'",
                pile.session().id().value()))
        .hasSize(2)
        .allMatch(row -> row.get("detail") == null);
  }

  @Test
  void theDatabaseItselfShowsThemToNobodyElse() {
    piles.key(piles.owner(), pile, Pass.FIRST, 0, Piles.reading(pile, 0));

    for (String table : List.of("engagement.keyed_sheet", "engagement.printed_sheet")) {
      assertThat(thief.countAs("sightline_staff", "select count(*)::int from " + table)).isZero();
      assertThatThrownBy(
              () -> thief.countAs("sightline_student", "select count(*)::int from " + table))
          .hasStackTraceContaining("denied");
      assertThatThrownBy(
              () -> thief.countAs("sightline_system", "select count(*)::int from " + table))
          .hasStackTraceContaining("denied");
    }
  }

  private String tried(SignedIn who, int sheet, int shift) {
    try {
      piles.key(who, pile, Pass.FIRST, sheet, Piles.reading(pile, shift));
      return "saved";
    } catch (Stale stale) {
      return "stale";
    }
  }

  private Opened.Yours yours(SignedIn who, int sheet) {
    return (Opened.Yours) keying.open(who, pile.session().id(), Pass.FIRST, label(sheet).letters());
  }

  private SheetLabel label(int sheet) {
    return pile.sheets().get(sheet).label();
  }

  private int rows() {
    return thief.count(
        "select count(*)::int from engagement.keyed_sheet where session_id = ?",
        pile.session().id().value());
  }

  private int audited(String act) {
    return thief.count(
        "select count(*)::int from audit.entry where object = ? and act = ? and outcome = 'DONE'",
        pile.session().id().value(),
        act);
  }
}
