package org.sightline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SystemStore;
import org.sightline.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looking through who holds which role at a place, once a quarter: each is kept or ended, by
/// somebody else who looks after it (AC-17). Ending takes away and gives nothing, so it does not
/// ask for the role itself (AC-11); undoing puts back what was there the day before.
@Component
public class RoleReviews {

  private static final Duration UNDONE_WITHIN = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final Processes processes;
  private final SystemProcesses systemProcesses;
  private final SystemStore store;
  private final RoleReviewRows rows;
  private final Records records;
  private final Users users;
  private final Administrators administrators;
  private final OpenBrowsers browsers;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Words words;

  RoleReviews(
      JdbcClient jdbc,
      Processes processes,
      SystemProcesses systemProcesses,
      SystemStore store,
      RoleReviewRows rows,
      Records records,
      Users users,
      Administrators administrators,
      OpenBrowsers browsers,
      ApplicationEventPublisher events,
      Clock clock,
      Words words) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.systemProcesses = systemProcesses;
    this.store = store;
    this.rows = rows;
    this.records = records;
    this.users = users;
    this.administrators = administrators;
    this.browsers = browsers;
    this.events = events;
    this.clock = clock;
    this.words = words;
  }

  /// @param place its name, or `null` when only its members know
  /// @param kind `SCHOOL`, `TEAM` or `CASEWORK`
  public record Review(
      UUID id,
      WorkspaceId workspace,
      @Nullable String place,
      String kind,
      LocalDate begun,
      LocalDate due,
      boolean overdue,
      @Nullable LocalDate done) {}

  /// A role somebody holds there.
  ///
  /// @param signedIn when they last signed in, or `null` for never
  /// @param own whether it is the reader's, for somebody else to look at
  /// @param outcome `KEPT` or `ENDED`, or `null` while nobody has looked
  public record Line(
      UUID membership,
      UserId user,
      String name,
      Role role,
      LocalDate since,
      @Nullable LocalDate signedIn,
      boolean own,
      @Nullable String outcome,
      @Nullable String by,
      boolean mayUndo) {}

  /// @param lines by name
  public record Detail(Review review, List<Line> lines) {

    public Detail {
      lines = List.copyOf(lines);
    }

    public long left() {
      return lines.stream().filter(line -> line.outcome() == null).count();
    }
  }

  /// Those the reader looks through: open ones first, by their last day.
  public List<Review> mine(SignedIn who) {
    return processes.look(
        who,
        () ->
            jdbc.sql(
                    """
                    select * from access.role_review
                     order by (done_on is not null), case when done_on is null then due_on end,
                       begun_on desc, id
                    """)
                .query((row, n) -> review(row))
                .list());
  }

  /// @throws NotThere when it is not the reader's to look through
  public Detail find(SignedIn who, UUID id) {
    return processes.read(who, Act.of("access.roles-read", id), () -> detail(who, id));
  }

  /// Keeps a role.
  public void keep(SignedIn who, UUID id, UUID membership) {
    decide(who, id, membership, "access.role-kept", line -> rows.keep(who, id, membership));
  }

  /// Ends a role, there and in what lies inside, and what its holder has open on every browser
  /// (AN-11).
  ///
  /// @throws Refused for the last who can administer the place
  public void end(SignedIn who, UUID id, UUID membership) {
    var holder = line(who, id, membership).user();
    decide(
        who,
        id,
        membership,
        "access.role-ended-in-review",
        line -> {
          if (line.role() == Role.ADMINISTRATOR
              && administrators.isLast(detailPlace(id), line.user())) {
            throw new Refused(words.say("access.colleagues.last-administrator"));
          }
          rows.end(who, id, detailPlace(id), line);
        });
    browsers.endAll(holder);
  }

  /// Takes back what the reader said of a role within the last day.
  ///
  /// @throws NotThere when there is nothing of theirs to take back
  public void undo(SignedIn who, UUID id, UUID membership) {
    var line = line(who, id, membership);
    if (!line.mayUndo()) {
      throw new NotThere();
    }
    systemProcesses.change(
        who,
        Act.in(detailPlace(id), "access.role-review-undone", membership),
        () -> {
          rows.lock(id);
          int undone = rows.takeBack(who, id, membership);
          if (undone == 0) {
            throw new NotThere();
          }
          rows.reopen(id);
          return true;
        });
  }

  private void decide(SignedIn who, UUID id, UUID membership, String act, Consumer<Line> decision) {
    var line = line(who, id, membership);
    if (line.own()) {
      throw new Refused(words.say("access.role-reviews.own"));
    }
    systemProcesses.change(
        who,
        Act.in(detailPlace(id), act, membership).with(line.user().toString()),
        () -> {
          rows.lock(id);
          if (rows.isUndecided(id, membership)) {
            decision.accept(line);
          }
          if (rows.close(id, who.user(), today())) {
            RoleReviewClock.settled(events, id);
          }
          return true;
        });
  }

  private Line line(SignedIn who, UUID id, UUID membership) {
    return processes.look(who, () -> detail(who, id)).lines().stream()
        .filter(line -> line.membership().equals(membership))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// Asked only of a review that was found as the reader.
  private WorkspaceId detailPlace(UUID id) {
    return systemProcesses.look(
        () ->
            store
                .jdbc()
                .sql("select workspace_id from access.role_review where id = :id")
                .param("id", id)
                .query((row, n) -> new WorkspaceId(row.getObject(1, UUID.class)))
                .single());
  }

  private Detail detail(SignedIn who, UUID id) {
    var review =
        jdbc.sql("select * from access.role_review where id = :id")
            .param("id", id)
            .query((row, n) -> review(row))
            .optional()
            .orElseThrow(NotThere::new);
    var lines =
        jdbc.sql(
                """
                select m.id, m.user_id, m.role, m.from_date, c.outcome, c.by_user, c.at
                  from access.membership m
                  left join access.role_reviewed c on c.membership_id = m.id and c.review_id = :id
                 where m.workspace_id = :place and m.from_date <= :begun
                   and (c.outcome is not null or :done::date is null
                     and (m.until_date is null or m.until_date >= :today))
                """)
            .param("id", id)
            .param("place", review.workspace().value())
            .param("begun", review.begun())
            .param("done", review.done())
            .param("today", today())
            .query((row, n) -> line(who, row))
            .list();
    return new Detail(
        review,
        lines.stream().sorted(Comparator.comparing(Line::name).thenComparing(Line::role)).toList());
  }

  private Review review(ResultSet row) throws SQLException {
    var place = new WorkspaceId(row.getObject("workspace_id", UUID.class));
    var due = row.getObject("due_on", LocalDate.class);
    var done = row.getObject("done_on", LocalDate.class);
    return new Review(
        row.getObject("id", UUID.class),
        place,
        records.name(place).map(NamedWorkspaces.Named::name).orElse(null),
        row.getString("kind"),
        row.getObject("begun_on", LocalDate.class),
        due,
        done == null && due.isBefore(today()),
        done);
  }

  private Line line(SignedIn who, ResultSet row) throws SQLException {
    var user = new UserId(row.getObject("user_id", UUID.class));
    var by = row.getObject("by_user", UUID.class);
    var at = row.getObject("at", OffsetDateTime.class);
    boolean mine = who.user().value().equals(by);
    return new Line(
        row.getObject("id", UUID.class),
        user,
        users.nameOf(user),
        Role.valueOf(row.getString("role")),
        row.getObject("from_date", LocalDate.class),
        lastSignedIn(user),
        user.equals(who.user()),
        row.getString("outcome"),
        by == null ? null : users.nameOf(new UserId(by)),
        mine && isRecent(at == null ? null : at.toInstant()));
  }

  private boolean isRecent(@Nullable Instant at) {
    return at != null && at.isAfter(clock.instant().minus(UNDONE_WITHIN));
  }

  private @Nullable LocalDate lastSignedIn(UserId user) {
    return store
        .jdbc()
        .sql("select signed_in_on from access.user_account where id = :id")
        .param("id", user.value())
        .query((row, n) -> row.getObject(1, LocalDate.class))
        .list()
        .getFirst();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
