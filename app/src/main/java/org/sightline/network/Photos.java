package org.sightline.network;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.ClosedRecords;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.KeptBack;
import org.sightline.store.RecordKeys;
import org.sightline.store.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Photos of maps that were drawn on paper, in place of drawing them again (B90). Open to those who
/// work on the exercise. Nobody can be taken out of a photo: to whom somebody in the exercise is
/// closed, no photo of it is shown at all.
@Component
public class Photos {

  private static final SealedColumn CONTENT = new SealedColumn("network.photo", "content");

  private final Processes processes;
  private final Workspaces workspaces;
  private final ClosedRecords closed;
  private final OpenExercises exercises;
  private final JdbcMaps maps;
  private final JdbcClient jdbc;
  private final RecordKeys keys;
  private final Clock clock;

  Photos(
      Processes processes,
      Workspaces workspaces,
      ClosedRecords closed,
      OpenExercises exercises,
      JdbcMaps maps,
      JdbcClient jdbc,
      RecordKeys keys,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.closed = closed;
    this.exercises = exercises;
    this.maps = maps;
    this.jdbc = jdbc;
    this.keys = keys;
    this.clock = clock;
  }

  /// A photo.
  ///
  /// @param subject whose own map it shows, or `null` for the map of the professionals
  /// @param day it was drawn
  public record Photo(UUID id, @Nullable UUID subject, LocalDate day, UserId by, Instant at) {}

  /// The last first.
  ///
  /// @throws NotThere when the reader does not work on it
  public List<Photo> list(SignedIn who, WorkspaceId work) {
    return processes.read(
        who,
        Act.in(work, "network.photos-listed", work.value()),
        () -> {
          require(who, work);
          return isHidden(work) ? List.of() : all(work);
        });
  }

  /// The picture itself, as PNG.
  ///
  /// @throws NotThere when there is none, or the reader does not work on it
  public byte[] open(SignedIn who, WorkspaceId work, UUID photo) {
    return processes.read(
        who,
        Act.in(work, "network.photo-read", photo),
        () -> {
          require(who, work);
          find(work, photo);
          byte[] sealed =
              jdbc.sql("select content from network.photo where id = :id")
                  .param("id", photo)
                  .query(byte[].class)
                  .single();
          return keys.openBytes(photo, CONTENT, photo, sealed);
        });
  }

  /// Before a photo is read.
  ///
  /// @throws org.sightline.kernel.Refused when the exercise is closed
  public void requireOpen(SignedIn who, WorkspaceId work) {
    processes.look(
        who,
        () -> {
          require(who, work);
          exercises.require(work);
          return true;
        });
  }

  /// @param png made by us from what was sent, without what a camera adds
  public void attach(
      SignedIn who, WorkspaceId work, @Nullable UUID subject, LocalDate day, byte[] png) {
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(work, "network.photo-attached", id),
        () -> {
          require(who, work);
          exercises.require(work);
          keys.make(id);
          jdbc.sql(
                  """
                  insert into network.photo (id, workspace_id, subject_id, day, content, by_user, at)
                  values (:id, :work, :subject, :day, :content, :by, :at)
                  """)
              .param("id", id)
              .param("work", work.value())
              .param("subject", subject, java.sql.Types.OTHER)
              .param("day", day)
              .param("content", keys.sealBytes(id, CONTENT, id, png))
              .param("by", who.user().value())
              .param("at", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  /// It goes, from every backup too: its key is destroyed.
  public void throwAway(SignedIn who, WorkspaceId work, UUID photo) {
    processes.change(
        who,
        Act.in(work, "network.photo-thrown-away", photo),
        () -> {
          require(who, work);
          find(work, photo);
          jdbc.sql("delete from network.photo where id = :id").param("id", photo).update();
          keys.shredOnceKept(photo);
        });
  }

  /// Whether a drawn map of the professionals was photographed on a day (B90). Works inside a
  /// process.
  boolean isOf(WorkspaceId work, LocalDate day) {
    return all(work).stream().anyMatch(one -> one.subject() == null && one.day().equals(day));
  }

  private void find(WorkspaceId work, UUID photo) {
    if (isHidden(work) || all(work).stream().noneMatch(one -> one.id().equals(photo))) {
      throw new NotThere();
    }
  }

  private List<Photo> all(WorkspaceId work) {
    return jdbc
        .sql(
            """
            select id, subject_id, day, by_user, at from network.photo
             where workspace_id = :work order by number desc
            """)
        .param("work", work.value())
        .query(
            (row, n) ->
                new Photo(
                    row.getObject("id", UUID.class),
                    row.getObject("subject_id", UUID.class),
                    row.getObject("day", LocalDate.class),
                    new UserId(row.getObject("by_user", UUID.class)),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list()
        .stream()
        .filter(photo -> !keys.isShredded(photo.id()))
        .toList();
  }

  /// Whether somebody on the map is closed to the reader; of those in the list the database knows.
  private boolean isHidden(WorkspaceId work) {
    var records = closed.all();
    return !records.isEmpty() && !KeptBack.from(maps.all(work), records).isEmpty();
  }

  private void require(SignedIn who, WorkspaceId work) {
    workspaces.require(who, work, Casework.WORKERS);
    exercises.find(work);
  }
}
