package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.Waiting;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What came of every break-glass, said by somebody else who looks after the workspace within five
/// working days (AC-09).
@Component
public class GlassReviews {

  private static final SealedColumn NOTE = new SealedColumn("access.break_glass_review", "note");

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Processes processes;
  private final Records records;
  private final Users users;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  GlassReviews(
      JdbcClient jdbc,
      Sealing sealing,
      Processes processes,
      Records records,
      Users users,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.processes = processes;
    this.records = records;
    this.users = users;
    this.events = events;
    this.clock = clock;
  }

  /// What a reviewer says.
  public enum Outcome {
    JUSTIFIED,
    NOT_NEEDED,
    MISUSE
  }

  /// A time the glass was broken.
  ///
  /// @param place the name of the workspace, or `null` when only its members know
  /// @param ended when it was given back or the hour was over
  /// @param overdue whether the last day for the review is past
  /// @param outcome `null` while nobody has said one
  public record Broken(
      UUID id,
      String name,
      @Nullable String place,
      String category,
      String reason,
      Instant opened,
      Instant ended,
      LocalDate dueOn,
      boolean overdue,
      @Nullable String outcome,
      @Nullable String reviewer,
      String note) {}

  /// All that the reader looks after, those without a review first.
  public List<Broken> all(SignedIn who) {
    return processes.read(
        who,
        new Act("access.glass-reviews-read", null, null, null),
        () ->
            jdbc.sql(
                    """
                    select g.*, r.outcome, r.note, r.reviewed_by
                      from access.break_glass g
                      left join access.break_glass_review r on r.glass_id = g.id
                     where g.user_id <> :me and g.workspace_id in (select access.kept_by_me())
                     order by (r.glass_id is not null), g.opened_at desc, g.id
                    """)
                .param("me", who.user().value())
                .query((row, n) -> broken(row))
                .list());
  }

  /// Whether one that the reader looks after waits for a review.
  public boolean isAwaited(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select exists (
                      select 1 from access.break_glass g
                       where g.user_id <> :me and g.workspace_id in (select access.kept_by_me())
                         and not exists (
                           select 1 from access.break_glass_review r where r.glass_id = g.id))
                    """)
                .param("me", who.user().value())
                .query(Boolean.class)
                .single());
  }

  /// Says what came of it, once.
  ///
  /// @param note may be blank; sealed
  /// @throws NotThere when it is not the reader's to review, or has been
  public void review(SignedIn who, UUID glass, Outcome outcome, String note) {
    processes.change(
        who,
        Act.of("access.glass-reviewed", glass).with(outcome.name()),
        () -> {
          boolean open =
              all(who).stream().anyMatch(one -> one.id().equals(glass) && one.outcome() == null);
          if (!open) {
            throw new NotThere();
          }
          jdbc.sql(
                  """
                  insert into access.break_glass_review (glass_id, outcome, note, reviewed_by, reviewed_on)
                  values (:glass, :outcome, :note::bytea, :me, :today)
                  """)
              .param("glass", glass)
              .param("outcome", outcome.name())
              .param("note", note.isBlank() ? null : sealing.seal(NOTE, glass, note.strip()))
              .param("me", who.user().value())
              .param("today", today())
              .update();
          events.publishEvent(new Waiting.Settled(GlassClock.TO_REVIEW, glass));
          events.publishEvent(new Waiting.Settled(GlassClock.OVERDUE, glass));
        });
  }

  private Broken broken(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var until = row.getObject("until", OffsetDateTime.class).toInstant();
    var givenBack = row.getObject("given_back_at", OffsetDateTime.class);
    var reviewer = row.getObject("reviewed_by", UUID.class);
    byte[] note = row.getBytes("note");
    var due = row.getObject("due_on", LocalDate.class);
    return new Broken(
        id,
        users.nameOf(new UserId(row.getObject("user_id", UUID.class))),
        records
            .name(new WorkspaceId(row.getObject("workspace_id", UUID.class)))
            .map(NamedWorkspaces.Named::name)
            .orElse(null),
        row.getString("category"),
        sealing.open(BreakGlass.REASON, id, row.getBytes("reason")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        givenBack == null ? until : givenBack.toInstant(),
        due,
        reviewer == null && due.isBefore(today()),
        row.getString("outcome"),
        reviewer == null ? null : users.nameOf(new UserId(reviewer)),
        note == null ? "" : sealing.open(NOTE, id, note));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
