package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.kernel.Level;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Publishing over the real database.
@ResultsTest
class PublicationsTest {

  @Autowired private ResultsExample example;
  @Autowired private Publications publications;
  @Autowired private HeldMarks marks;
  @Autowired private Processes processes;
  @Autowired private TestPeople people;
  @Autowired private JdbcClient jdbc;

  @Test
  void nothingIsMadeOfARoundWithoutClosedSessions() {
    var round = example.round();

    assertThatThrownBy(() -> publications.publish(example.owner(), round.id()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("No session");
    assertThat(publications.latest(example.owner(), round.id())).isEmpty();
  }

  @Test
  void onlyTheOwnerMakesResults() {
    var round = example.thirty();

    for (var role : List.of(Role.FACILITATOR, Role.SAFEGUARDING_LEAD, Role.HEAD)) {
      assertThatThrownBy(() -> publications.publish(people.as(role), round.id()))
          .isInstanceOf(NotThere.class);
    }
  }

  @Test
  void aWithdrawalChangesNothingUntilFiveMapsAreDifferent() {
    var round = example.published();
    var before = publications.latest(example.owner(), round.id()).orElseThrow();
    for (int gone = 1; gone < 5; gone++) {
      marks.withdraw(round.id(), 0);
      assertThatThrownBy(() -> publications.publish(example.owner(), round.id()))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("They stay as they are");
      marks.forgetCohort(round.id(), 2);
      assertThat(publications.latest(example.owner(), round.id())).contains(before);
    }

    marks.withdraw(round.id(), 0);

    assertThat(publications.publish(example.owner(), round.id())).isEqualTo(2);
    assertThat(publications.latest(example.owner(), round.id()).orElseThrow().outward().maps())
        .isEqualTo(25);
  }

  @Test
  void mapsThatWentBeforeAPublicationAreNotCountedAsGoneFromIt() {
    var round = example.published();
    for (int gone = 0; gone < 5; gone++) {
      marks.withdraw(round.id(), 0);
    }
    publications.publish(example.owner(), round.id());

    assertThatThrownBy(() -> publications.publish(example.owner(), round.id()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whateverIsPublishedDiffersByNoMapOrByFive() {
    for (int seed = 0; seed < 12; seed++) {
      play(new Random(seed));
    }
  }

  @Test
  void exactCountsAreForTheOwnerAndTheSafeguardingLeadOnly() {
    var round = example.published();

    for (var role : List.of(Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD)) {
      assertThat(inwardRows(role, round)).isEqualTo(1);
      assertThat(publications.latest(people.as(role), round.id()).orElseThrow().inward())
          .isNotNull();
    }
    for (var role : List.of(Role.FACILITATOR, Role.DEPUTY_LEAD, Role.HEAD)) {
      assertThat(inwardRows(role, round)).isZero();
      assertThat(publications.latest(people.as(role), round.id()).orElseThrow().inward()).isNull();
    }
  }

  @Test
  void whoIsNotInTheRoundSeesNoResultsAtAll() {
    var round = example.published();
    var outsider = org.sightline.kernel.SignedIn.as(people.cast().outsider().id());

    assertThatThrownBy(() -> publications.latest(outsider, round.id()))
        .isInstanceOf(NotThere.class);
    assertThat(
            processes.<Integer>look(
                outsider,
                () ->
                    jdbc.sql("select count(*) from engagement.publication")
                        .query(Integer.class)
                        .single()))
        .isZero();
  }

  @Test
  void whatIsPublishedCannotBeChangedEvenByTheOwner() {
    var round = example.published();

    assertThatThrownBy(
            () ->
                processes.look(
                    example.owner(),
                    () ->
                        jdbc.sql(
                                "update engagement.publication set maps = 1 where workspace_id = :id")
                            .param("id", round.id().value())
                            .update()))
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void aRoundIsBrokenDownOnceAndOnlyWhenItsSessionsAreClosed() {
    var open = example.published();
    example.plan(open);
    assertThatThrownBy(
            () ->
                publications.breakDown(example.owner(), open.id(), Breakdown.Dimension.YEAR_GROUP))
        .hasMessageContaining("Close every session");

    var round = example.published();
    publications.breakDown(example.owner(), round.id(), Breakdown.Dimension.YEAR_GROUP);

    var made = publications.latest(people.as(Role.HEAD), round.id()).orElseThrow().breakdown();
    assertThat(made).isNotNull();
    assertThat(made.rows())
        .extracting(Breakdown.Row::zone)
        .doesNotContain(round.zones().get(ResultsExample.OFFICE));
    assertThatThrownBy(
            () -> publications.breakDown(example.owner(), round.id(), Breakdown.Dimension.GENDER))
        .hasMessageContaining("already been broken down");
  }

  @Test
  void aRoundIsNotBrokenDownOnceAMapHasGone() {
    var round = example.published();
    marks.withdraw(round.id(), 3);

    assertThatThrownBy(
            () ->
                publications.breakDown(example.owner(), round.id(), Breakdown.Dimension.YEAR_GROUP))
        .hasMessageContaining("Maps have come or gone");
  }

  /// Closes, withdraws and publishes at random, and knows which map is which.
  private void play(Random random) {
    var round = example.round();
    var live = new java.util.ArrayList<Integer>();
    var held = new java.util.ArrayList<Set<Integer>>();
    int next = 0;
    for (int step = 0; step < 8; step++) {
      if (random.nextInt(3) > 0) {
        int size = random.nextInt(4, 9);
        var sheets = new java.util.ArrayList<Map<String, Level>>();
        for (int at = 0; at < size; at++) {
          var sheet = new HashMap<String, Level>();
          round.zones().keySet().stream()
              .sorted()
              .forEach(zone -> sheet.put(zone, Level.values()[random.nextInt(3)]));
          sheets.add(sheet);
          live.add(next++);
        }
        example.close(round, 7, sheets);
      } else {
        for (int gone = random.nextInt(4); gone > 0 && !live.isEmpty(); gone--) {
          int at = random.nextInt(live.size());
          live.remove(at);
          marks.withdraw(round.id(), at);
        }
      }
      int number = held.size() + 1;
      try {
        publications.publish(example.owner(), round.id());
        held.add(new HashSet<>(live));
      } catch (Refused _) {
        marks.forgetCohort(round.id(), number);
      }
    }
    for (var one : held) {
      for (var other : held) {
        var apart = new HashSet<>(one);
        apart.removeAll(other);
        var back = new HashSet<>(other);
        back.removeAll(one);
        int changed = apart.size() + back.size();
        assertThat(one == other || changed >= 5).as("%d maps apart", changed).isTrue();
      }
    }
  }

  private int inwardRows(Role role, ResultsExample.Made round) {
    return processes.look(
        people.as(role),
        () ->
            jdbc.sql(
                    "select count(*) from engagement.publication_inward where workspace_id = :round")
                .param("round", round.id().value())
                .query(Integer.class)
                .single());
  }
}
