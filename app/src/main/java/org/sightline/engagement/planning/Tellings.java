package org.sightline.engagement.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When and how students were told what the school did with what they said. A round may tell them
/// more than once: year by year, or again when more was done.
@Component
public class Tellings {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final JdbcClient jdbc;
  private final JdbcRounds rounds;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Words words;
  private final Clock clock;

  Tellings(
      JdbcClient jdbc,
      JdbcRounds rounds,
      Processes processes,
      Workspaces workspaces,
      Words words,
      Clock clock) {
    this.jdbc = jdbc;
    this.rounds = rounds;
    this.processes = processes;
    this.workspaces = workspaces;
    this.words = words;
    this.clock = clock;
  }

  /// What was written down and not taken back, the first day first; empty where the round is not
  /// open to the reader.
  public List<Told> of(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select id, told_on, audience, ways
                      from engagement.told
                     where workspace_id = :round and taken_back_at is null
                     order by told_on, at
                    """)
                .param("round", round.value())
                .query(
                    (row, n) ->
                        new Told(
                            row.getObject("id", UUID.class),
                            row.getObject("told_on", LocalDate.class),
                            Told.Audience.valueOf(row.getString("audience")),
                            Stream.of((String[]) row.getArray("ways").getArray())
                                .map(Told.Way::valueOf)
                                .toList()))
                .list());
  }

  /// @throws Refused for a day ahead, or before the round was opened
  public void add(SignedIn who, WorkspaceId round, Told told) {
    processes.change(
        who,
        Act.in(round, "engagement.students-told", told.id()),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          var today = LocalDate.now(clock.withZone(LONDON));
          if (told.on().isAfter(today) || told.on().isBefore(rounds.find(round).openedOn())) {
            throw new Refused(words.say("engagement.planning.told.day-wrong"));
          }
          jdbc.sql(
                  """
                  insert into engagement.told (id, workspace_id, told_on, audience, ways, by_user, at)
                  values (:id, :round, :on, :audience, :ways, :by, :at)
                  """)
              .param("id", told.id())
              .param("round", round.value())
              .param("on", told.on())
              .param("audience", told.audience().name())
              .param("ways", told.ways().stream().map(Enum::name).toArray(String[]::new))
              .param("by", who.user().value())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  /// Takes back what was written down by mistake.
  ///
  /// @throws NotThere when there is none, or it was taken back before
  public void takeBack(SignedIn who, WorkspaceId round, UUID id) {
    processes.change(
        who,
        Act.in(round, "engagement.students-told-taken-back", id),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          int taken =
              jdbc.sql(
                      """
                      update engagement.told set taken_back_at = :at, taken_back_by = :by
                       where id = :id and workspace_id = :round and taken_back_at is null
                      """)
                  .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                  .param("by", who.user().value())
                  .param("id", id)
                  .param("round", round.value())
                  .update();
          if (taken == 0) {
            throw new NotThere();
          }
        });
  }
}
