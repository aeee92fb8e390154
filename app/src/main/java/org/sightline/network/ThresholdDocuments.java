package org.sightline.network;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.RecordKeys;
import org.sightline.store.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The threshold and wellbeing documents an exercise measures by (B50). Open to those who work on
/// it.
@Component
public class ThresholdDocuments {

  private static final SealedColumn NAME = new SealedColumn("network.threshold_document", "name");
  private static final SealedColumn CONTENT =
      new SealedColumn("network.threshold_document", "content");

  private final Processes processes;
  private final Workspaces workspaces;
  private final OpenExercises exercises;
  private final JdbcClient jdbc;
  private final RecordKeys keys;
  private final Clock clock;

  ThresholdDocuments(
      Processes processes,
      Workspaces workspaces,
      OpenExercises exercises,
      JdbcClient jdbc,
      RecordKeys keys,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.exercises = exercises;
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /// What a document is kept as.
  public enum Kind {
    PDF,
    PNG
  }

  /// A document, without what it says.
  ///
  /// @param name its title and version
  public record Attached(UUID id, Kind kind, String name, UserId by, Instant at) {}

  /// What it says.
  @SuppressWarnings("ArrayRecordComponent")
  public record Opened(Kind kind, byte[] content) {}

  /// The last first; none for who does not work on it.
  public List<Attached> list(SignedIn who, WorkspaceId work) {
    return processes.look(
        who,
        () ->
            workspaces.roles(who, work).stream().anyMatch(List.of(Casework.WORKERS)::contains)
                ? all(work)
                : List.of());
  }

  /// @throws NotThere when there is none, or the reader does not work on it
  public Opened open(SignedIn who, WorkspaceId work, UUID document) {
    return processes.read(
        who,
        Act.in(work, "network.threshold-document-read", document),
        () -> {
          require(who, work);
          var found = find(work, document);
          byte[] sealed =
              jdbc.sql("select content from network.threshold_document where id = :id")
                  .param("id", document)
                  .query(byte[].class)
                  .single();
          return new Opened(found.kind(), keys.openBytes(document, CONTENT, document, sealed));
        });
  }

  /// Somebody is about to attach one.
  ///
  /// @throws Refused when the exercise is closed, with what to do
  public void requireOpen(SignedIn who, WorkspaceId work) {
    processes.look(
        who,
        () -> {
          exercises.require(work);
          return true;
        });
  }

  /// @param content a PDF that was looked at, or a picture made by us from what was sent
  /// @throws Refused when the exercise is closed
  public void attach(SignedIn who, WorkspaceId work, Kind kind, String name, byte[] content) {
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(work, "network.threshold-document-attached", id),
        () -> {
          require(who, work);
          exercises.require(work);
          keys.make(id);
          jdbc.sql(
                  """
                  insert into network.threshold_document (id, workspace_id, kind, name, content,
                    by_user, at)
                  values (:id, :work, :kind, :name, :content, :by, :at)
                  """)
              .param("id", id)
              .param("work", work.value())
              .param("kind", kind.name())
              .param("name", keys.seal(id, NAME, id, name))
              .param("content", keys.sealBytes(id, CONTENT, id, content))
              .param("by", who.user().value())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  /// It goes, from every backup too: its key is destroyed.
  public void throwAway(SignedIn who, WorkspaceId work, UUID document) {
    processes.change(
        who,
        Act.in(work, "network.threshold-document-thrown-away", document),
        () -> {
          require(who, work);
          find(work, document);
          jdbc.sql("delete from network.threshold_document where id = :id")
              .param("id", document)
              .update();
          keys.shredOnceKept(document);
        });
  }

  private Attached find(WorkspaceId work, UUID document) {
    return all(work).stream()
        .filter(one -> one.id().equals(document))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private List<Attached> all(WorkspaceId work) {
    return jdbc
        .sql(
            """
            select id, kind, name, by_user, at from network.threshold_document
             where workspace_id = :work order by number desc
            """)
        .param("work", work.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Attached(
                  id,
                  Kind.valueOf(row.getString("kind")),
                  keys.isShredded(id) ? "" : keys.open(id, NAME, id, row.getBytes("name")),
                  new UserId(row.getObject("by_user", UUID.class)),
                  row.getObject("at", OffsetDateTime.class).toInstant());
            })
        .list()
        .stream()
        .filter(one -> !one.name().isEmpty())
        .toList();
  }

  private void require(SignedIn who, WorkspaceId work) {
    workspaces.require(who, work, Casework.WORKERS);
    exercises.find(work);
  }
}
