package org.sightline.plans;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A school's library of measures (A67): the shipped one with what the school added, reworded and
/// retired laid over it. Ids stay when words change, and every wording stays in the history.
@Component
public class Measures {

  private static final String TABLE = "plans.measure_version";
  private static final SealedColumn TITLE = new SealedColumn(TABLE, "title");
  private static final SealedColumn WORDING = new SealedColumn(TABLE, "wording");
  private static final SealedColumn HINT = new SealedColumn(TABLE, "hint");

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final PlanDates dates;
  private final ShippedMeasures shipped = ShippedMeasures.read();

  Measures(
      Processes processes,
      Workspaces workspaces,
      JdbcClient jdbc,
      Sealing sealing,
      PlanDates dates) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.dates = dates;
  }

  /// "Does this move the harm, or restrict those who felt unsafe?"
  public String question() {
    return shipped.question();
  }

  /// Names of the kinds by their ids, in order.
  public Map<String, String> kinds() {
    return shipped.kinds();
  }

  /// One wording and who wrote it.
  public record Revision(Measure measure, UserId by, Instant at) {}

  /// The schools whose library the person may open.
  public List<WorkspaceId> schools(SignedIn who) {
    return processes.look(who, workspaces::schools);
  }

  /// The library, retired measures among it, by kind.
  public List<Measure> of(SignedIn who, WorkspaceId school) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, school, Writers.READERS);
          return current(school);
        });
  }

  /// What a plan of this round can choose from; the shipped library when the school's is not open
  /// to the person who is acting.
  public List<Measure> forRound(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () ->
            current(workspaces.schoolOf(round)).stream()
                .filter(measure -> !measure.retired())
                .toList());
  }

  /// The wordings the school gave a measure, oldest first; the shipped one is not among them.
  public List<Revision> history(SignedIn who, WorkspaceId school, String id) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, school, Writers.READERS);
          return revisions(school).stream().filter(r -> r.measure().id().equals(id)).toList();
        });
  }

  /// An id for a measure of the school's own.
  public static String newId() {
    return "own-" + UUID.randomUUID();
  }

  /// Adds, rewords, retires or brings back a measure, which holds the version that was on the page.
  ///
  /// @throws org.sightline.kernel.Stale when somebody else saved first
  public void save(SignedIn who, WorkspaceId school, Measure measure) {
    if (!kinds().containsKey(measure.kind())) {
      throw new NotThere();
    }
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(school, "plans.measure-saved", id).with(measure.id()),
        () -> {
          workspaces.require(who, school, Writers.WRITERS);
          Versions.add(insert(who, school, id, measure));
        });
  }

  private JdbcClient.StatementSpec insert(
      SignedIn who, WorkspaceId school, UUID id, Measure measure) {
    return jdbc.sql(
            """
            insert into plans.measure_version (id, school_id, measure_id, version, kind, title,
              wording, hint, retired, by_user, at)
            select :id, :school, :measure, :before + 1, :kind, :title, :wording, :hint, :retired,
              :by, :at
             where :before = (select coalesce(max(version), 0) from plans.measure_version
                               where school_id = :school and measure_id = :measure)
            """)
        .param("id", id)
        .param("school", school.value())
        .param("measure", measure.id())
        .param("before", measure.version())
        .param("kind", measure.kind())
        .param("title", sealing.seal(TITLE, id, measure.title()))
        .param("wording", sealing.seal(WORDING, id, measure.text()))
        .param("hint", sealing.seal(HINT, id, measure.hint()))
        .param("retired", measure.retired())
        .param("by", who.user().value())
        .param("at", dates.now());
  }

  private List<Measure> current(WorkspaceId school) {
    var library = new LinkedHashMap<String, Measure>();
    shipped.measures().forEach(measure -> library.put(measure.id(), measure));
    revisions(school).forEach(r -> library.put(r.measure().id(), r.measure()));
    var kinds = List.copyOf(kinds().keySet());
    return library.values().stream()
        .sorted(java.util.Comparator.comparingInt(measure -> kinds.indexOf(measure.kind())))
        .toList();
  }

  private List<Revision> revisions(WorkspaceId school) {
    return jdbc.sql(
            "select * from plans.measure_version where school_id = :school order by measure_id, version")
        .param("school", school.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Revision(
                  new Measure(
                      row.getString("measure_id"),
                      row.getInt("version"),
                      row.getString("kind"),
                      sealing.open(TITLE, id, row.getBytes("title")),
                      sealing.open(WORDING, id, row.getBytes("wording")),
                      sealing.open(HINT, id, row.getBytes("hint")),
                      row.getBoolean("retired")),
                  new UserId(row.getObject("by_user", UUID.class)),
                  row.getObject("at", OffsetDateTime.class).toInstant());
            })
        .list();
  }
}
