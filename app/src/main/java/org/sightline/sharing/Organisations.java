package org.sightline.sharing;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The organisations things are shared with, and those that stand for our own schools. Everybody
/// who is signed in reads them; a governance officer keeps them.
@Component
public class Organisations {

  private static final SealedColumn NAME = new SealedColumn("sharing.organisation", "name");

  private final Processes processes;
  private final Governing governing;
  private final Workspaces workspaces;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  Organisations(
      Processes processes,
      Governing governing,
      Workspaces workspaces,
      JdbcClient jdbc,
      Sealing sealing,
      Clock clock) {
    this.processes = processes;
    this.governing = governing;
    this.workspaces = workspaces;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// All, by name, those that are retired among them.
  public List<Organisation> all(SignedIn who) {
    return processes.look(who, this::read);
  }

  /// The schools and teams the person is a member of that no organisation stands for yet, with
  /// their names.
  public Map<WorkspaceId, String> schoolsWithout(SignedIn who) {
    return processes.look(
        who,
        () -> {
          var taken = read().stream().map(Organisation::school).toList();
          return workspaces.schoolsAndTeams().stream()
              .filter(place -> !taken.contains(place))
              .collect(
                  Collectors.toMap(
                      place -> place, workspaces::nameOf, (one, other) -> one, LinkedHashMap::new));
        });
  }

  /// @param school which school of ours it stands for, or `null`
  public UUID add(SignedIn who, OrganisationKind kind, String name, @Nullable WorkspaceId school) {
    UUID id = UUID.randomUUID();
    return processes.change(
        who,
        Act.of("sharing.organisation-added", id),
        () -> {
          governing.require(who);
          jdbc.sql(
                  """
                  insert into sharing.organisation (id, kind, name, school_id, retired, by_user, at)
                  values (:id, :kind, :name, :school, false, :by, :at)
                  """)
              .param("id", id)
              .param("kind", kind.name())
              .param("name", sealing.seal(NAME, id, name))
              .param("school", school == null ? null : school.value(), Types.OTHER)
              .param("by", who.user().value())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
          return id;
        });
  }

  /// Takes it off the lists that are offered, or puts it back.
  public void retire(SignedIn who, UUID id, boolean retired) {
    processes.change(
        who,
        Act.of("sharing.organisation-retired", id).with("retired=" + retired),
        () -> {
          governing.require(who);
          int changed =
              jdbc.sql("update sharing.organisation set retired = :retired where id = :id")
                  .param("retired", retired)
                  .param("id", id)
                  .update();
          if (changed == 0) {
            throw new NotThere();
          }
        });
  }

  /// Runs inside a process.
  List<Organisation> read() {
    return jdbc
        .sql("select id, kind, name, school_id, retired from sharing.organisation")
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              UUID school = row.getObject("school_id", UUID.class);
              return new Organisation(
                  id,
                  OrganisationKind.valueOf(row.getString("kind")),
                  sealing.open(NAME, id, row.getBytes("name")),
                  school == null ? null : new WorkspaceId(school),
                  row.getBoolean("retired"));
            })
        .stream()
        .sorted(Comparator.comparing(Organisation::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }
}
