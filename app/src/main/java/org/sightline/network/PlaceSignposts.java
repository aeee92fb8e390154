package org.sightline.network;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// "Is this place in another exercise?" (B28). The answer is whom to ask, one line for each desk,
/// and nothing else: not which exercise, not what about, not how many. What the asker is kept away
/// from leads nowhere. For people, `people.Signposts` answers.
@Component
public class PlaceSignposts {

  private static final int MOST_IN_AN_HOUR = 20;

  private final Processes processes;
  private final SystemProcesses systemProcesses;
  private final SystemStore store;
  private final Workspaces workspaces;
  private final Casework casework;
  private final JdbcPreparing preparing;
  private final Sealing sealing;
  private final Words words;
  private final Clock clock;

  PlaceSignposts(
      Processes processes,
      SystemProcesses systemProcesses,
      SystemStore store,
      Workspaces workspaces,
      Casework casework,
      JdbcPreparing preparing,
      Sealing sealing,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.systemProcesses = systemProcesses;
    this.store = store;
    this.workspaces = workspaces;
    this.casework = casework;
    this.preparing = preparing;
    this.sealing = sealing;
    this.words = words;
    this.clock = clock;
  }

  /// Somebody of an exercise, to be checked; that is not counted before anybody was asked (B28).
  ///
  /// @throws NotThere when the reader does not work on it, or there is none of this id
  public Subject toCheck(SignedIn who, WorkspaceId work, UUID subject) {
    return processes.read(
        who,
        Act.in(work, "network.subject-check-begun", subject),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          return find(work, subject);
        });
  }

  private Subject find(WorkspaceId work, UUID subject) {
    return preparing.subjects(work).stream()
        .filter(one -> one.id().equals(subject))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// Writes down that somebody of an exercise was checked; what came of it is not kept.
  ///
  /// @return as it stands there
  /// @throws NotThere when the reader does not work on it, or there is none of this id
  /// @throws Refused when they have asked too often
  public Subject checked(SignedIn who, WorkspaceId work, UUID subject) {
    var since = clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC);
    int asked =
        systemProcesses.look(
            () ->
                store
                    .jdbc()
                    .sql(
                        "select count(*) from network.known_check where by_user = :by and at > :since")
                    .param("by", who.user().value())
                    .param("since", since)
                    .query(Integer.class)
                    .single());
    if (asked >= MOST_IN_AN_HOUR) {
      throw new Refused(words.say("network.check.too-many"));
    }
    return processes.change(
        who,
        Act.in(work, "network.subject-checked", subject),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          var found = find(work, subject);
          preparing.checked(who, work, subject);
          return found;
        });
  }

  /// Whom to ask about a place, by what they are called; empty when nobody is to be named.
  public List<String> ask(SignedIn who, WorkspaceId work, Subject place) {
    byte[] index = sealing.blindIndex(JdbcPreparing.PLACE, place.name());
    return systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql(
                    """
                    select distinct s.workspace_id
                      from network.subject s
                      join network.exercise e on e.workspace_id = s.workspace_id
                     where s.place_index = :index and s.workspace_id <> :work
                       and not e.is_practice
                       and s.workspace_id not in (select access.never_signposted(:user))
                    """)
                .param("index", index)
                .param("work", work.value())
                .param("user", who.user().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> casework.contact(store.jdbc(), new WorkspaceId(id)))
                .distinct()
                .sorted()
                .toList());
  }
}
