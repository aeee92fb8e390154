package org.sightline.engagement.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.engagement.planning.ResponsePlan;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.SessionDetails.GroupGender;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Level;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts from the real tables.
@ResultsTest
class JdbcRoundMarksTest {

  @Autowired private ResultsExample example;
  @Autowired private Sessions sessions;
  @Autowired private Processes processes;
  @Autowired private TestPeople people;
  @Autowired private JdbcClient jdbc;

  @Autowired
  @Qualifier("org.sightline.engagement.results.JdbcRoundMarks")
  private RoundMarks marks;

  @Test
  void countsZonesAndGroupsAndKeepsCohorts() {
    var round = example.round();
    example.close(round, 8, List.of());
    var session = sessions.of(example.owner(), round.id()).getFirst().id().value();
    var corridor = round.zones().get(ResultsExample.CORRIDOR);
    var yard = round.zones().get(ResultsExample.YARD);
    processes.look(
        example.owner(),
        () -> {
          for (int at = 0; at < 6; at++) {
            add(round, session, at < 4 ? 8 : null, corridor, at < 5 ? Level.RED : Level.GREEN);
          }
          add(round, session, 10, yard, Level.YELLOW);
          return true;
        });

    processes.look(
        example.owner(),
        () -> {
          marks.lock(round.id());
          assertThat(marks.state(round.id())).isEqualTo(new RoundMarks.State(7, 7, Map.of()));
          marks.assignCohort(round.id(), 1);
          assertThat(marks.state(round.id())).isEqualTo(new RoundMarks.State(7, 0, Map.of()));
          assertThat(marks.tallies(round.id()))
              .containsEntry(corridor, new Tally(5, 0, 1, 7))
              .containsEntry(yard, new Tally(0, 1, 0, 7));
          var years = marks.groups(round.id(), Breakdown.Dimension.YEAR_GROUP);
          assertThat(years.keySet())
              .extracting(Breakdown.Group::name)
              .containsExactly("year 8", "year 10", "not given");
          assertThat(marks.groups(round.id(), Breakdown.Dimension.GENDER).keySet())
              .containsExactly(Breakdown.Group.NOT_GIVEN);
          return true;
        });
    var outsider = org.sightline.kernel.SignedIn.as(people.cast().outsider().id());
    assertThat(processes.<Integer>look(outsider, () -> marks.state(round.id()).maps())).isZero();
  }

  /// A71: nobody says a gender on a map.
  @Test
  void gendersAreThoseOfTheSessionsGroups() {
    var round = example.round();
    var corridor = round.zones().get(ResultsExample.CORRIDOR);
    var girls = held(round, GroupGender.GIRLS);
    var boys = held(round, GroupGender.BOYS);
    processes.look(
        example.owner(),
        () -> {
          for (int at = 0; at < 5; at++) {
            add(round, girls, 8, corridor, Level.RED);
            add(round, boys, 8, corridor, Level.GREEN);
          }
          return true;
        });

    processes.look(
        example.owner(),
        () -> {
          var groups = marks.groups(round.id(), Breakdown.Dimension.GENDER);
          assertThat(groups.keySet())
              .extracting(Breakdown.Group::name)
              .containsExactlyInAnyOrder("girls' groups", "boys' groups");
          return true;
        });
  }

  private UUID held(ResultsExample.Made round, GroupGender gender) {
    var owner = example.owner();
    var details = SessionDetails.on(LocalDate.of(2026, 3, 2), LocalTime.of(10, 0));
    var session = sessions.plan(owner, round.id(), details.with(3, gender, 5)).id();
    var lead = people.cast().the(Role.SAFEGUARDING_LEAD).id();
    sessions.respond(owner, session, new ResponsePlan(lead, "To the lead at once."));
    sessions.start(owner, session);
    sessions.close(owner, session, 5, _ -> 5);
    return session.value();
  }

  private void add(
      ResultsExample.Made round, UUID session, Integer year, ZoneKey zone, Level level) {
    var id = UUID.randomUUID();
    jdbc.sql(
            "insert into engagement.map (id, workspace_id, session_id, year_group) values (:id, :round, :session, :year)")
        .param("id", id)
        .param("round", round.id().value())
        .param("session", session)
        .param("year", year)
        .update();
    jdbc.sql(
            "insert into engagement.mark (map_id, zone_key, workspace_id, level) values (:id, :zone, :round, :level)")
        .param("id", id)
        .param("zone", Ids.parse(zone.value()))
        .param("round", round.id().value())
        .param("level", level.name())
        .update();
  }
}
