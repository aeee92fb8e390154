package org.sightline.people;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.SystemStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Questions from outside and their answers. The asker's part runs as the application's own role,
/// which reads indexes and ids and no record.
@Component
class JdbcSignposts {

  private static final SealedColumn REASON = new SealedColumn("people.signpost_request", "reason");

  private final JdbcClient staff;
  private final JdbcClient system;
  private final Sealing sealing;
  private final Casework casework;
  private final Moments moments;

  JdbcSignposts(
      JdbcClient staff, SystemStore store, Sealing sealing, Casework casework, Moments moments) {
    this.staff = staff;
    this.system = store.jdbc();
    this.sealing = sealing;
    this.casework = casework;
    this.moments = moments;
  }

  private record Match(WorkspaceId workspace, UUID person) {}

  /// How often somebody asked in the last hours. Two questions of one person wait for one another
  /// from here on.
  int askedWithin(UserId user, int hours) {
    system
        .sql("select pg_advisory_xact_lock(hashtextextended(cast(:user as text), 0))")
        .param("user", user.value())
        .query((row, n) -> true)
        .single();
    return system
        .sql(
            """
            select count(*) from people.signpost_request where asked_by = :user and at > :since
            """)
        .param("user", user.value())
        .param("since", moments.now().minusHours(hours))
        .query(Integer.class)
        .single();
  }

  /// Writes the question down, with what it led to. What is sealed to named readers, and what the
  /// asker is kept away from, leads nowhere; what they may open they find by searching.
  ///
  /// @return the questions it makes, with the piece of work each comes to
  Map<UUID, WorkspaceId> ask(
      UUID request, SignedIn who, byte[] terms, String reason, boolean byNumber, byte[] index) {
    system
        .sql(
            """
            insert into people.signpost_request (id, asked_by, at, terms, reason)
            values (:id, :by, :at, :terms, :reason)
            """)
        .param("id", request)
        .param("by", who.user().value())
        .param("at", moments.now())
        .param("terms", terms)
        .param("reason", sealing.seal(REASON, request, reason))
        .update();
    var questions = new LinkedHashMap<UUID, WorkspaceId>();
    for (Match match : matches(who.user(), byNumber, index)) {
      UUID id = UUID.randomUUID();
      questions.put(id, match.workspace());
      system
          .sql(
              """
              insert into people.signpost_match (id, request_id, workspace_id, person_id)
              values (:id, :request, :workspace, :person)
              """)
          .param("id", id)
          .param("request", request)
          .param("workspace", match.workspace().value())
          .param("person", match.person())
          .update();
    }
    return questions;
  }

  private List<Match> matches(UserId user, boolean byNumber, byte[] index) {
    return system
        .sql(
            """
            select distinct h.workspace_id, h.person_id
              from people.holding h
             where h.ended_at is null
               and case when :byNumber
                 then h.person_id in (select i.person_id from people.identifier i
                   where i.value_index = :index and i.ended_at is null)
                 else h.person_id in (select d.person_id from people.details d
                   where d.surname_birth = :index
                     and not exists (select 1 from people.details later
                       where later.person_id = d.person_id and later.version > d.version))
                 end
               and h.person_id not in (select access.never_signposted(:user))
               and h.workspace_id not in (select access.never_signposted(:user))
            """)
        .param("byNumber", byNumber)
        .param("index", index)
        .param("user", user.value())
        .query(
            (row, n) ->
                new Match(
                    new WorkspaceId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
        .list();
  }

  /// What somebody asked, the last first, each with the desks to ask. One desk stands once,
  /// whatever it holds.
  List<Signpost> askedBy(UserId user) {
    return system
        .sql(
            """
            select id, at from people.signpost_request
             where asked_by = :user order by at desc, id limit 50
            """)
        .param("user", user.value())
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Signpost(id, Moments.at(row), contacts(id));
            })
        .list();
  }

  private List<Signpost.Contact> contacts(UUID request) {
    var byDesk = new LinkedHashMap<String, Signpost.Answer>();
    system
        .sql("select workspace_id, answer from people.signpost_match where request_id = :request")
        .param("request", request)
        .query(
            (row, n) ->
                new Signpost.Contact(
                    casework.contact(system, new WorkspaceId(row.getObject(1, UUID.class))),
                    answer(row.getString(2))))
        .list()
        .forEach(one -> byDesk.merge(one.words(), one.answer(), JdbcSignposts::stronger));
    return byDesk.entrySet().stream()
        .map(desk -> new Signpost.Contact(desk.getKey(), desk.getValue()))
        .sorted(Comparator.comparing(Signpost.Contact::words))
        .toList();
  }

  private static Signpost.Answer stronger(Signpost.Answer one, Signpost.Answer other) {
    if (one == other) {
      return one;
    }
    return one == Signpost.Answer.YES || other == Signpost.Answer.YES
        ? Signpost.Answer.YES
        : Signpost.Answer.WAITING;
  }

  /// The questions about somebody whom a piece of work of the person acting holds, what waits
  /// first.
  List<SignpostQuestion> toAnswer() {
    return staff
        .sql(
            """
            select m.id, m.workspace_id, m.person_id, m.answer, r.id as request, r.asked_by, r.at, r.reason
              from people.signpost_match m
              join people.signpost_request r on r.id = m.request_id
             order by m.answer is not null, r.at desc, m.id
             limit 100
            """)
        .query(
            (row, n) ->
                new SignpostQuestion(
                    new MatchId(row.getObject("id", UUID.class)),
                    new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                    new PersonId(row.getObject("person_id", UUID.class)),
                    new UserId(row.getObject("asked_by", UUID.class)),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    sealing.open(
                        REASON, row.getObject("request", UUID.class), row.getBytes("reason")),
                    row.getString("answer") == null ? null : answer(row.getString("answer"))))
        .list();
  }

  /// How many wait for an answer from a piece of work whose chair is acting.
  int waiting(WorkspaceId workspace) {
    return staff
        .sql(
            """
            select count(*) from people.signpost_match
             where workspace_id = :workspace and answer is null
            """)
        .param("workspace", workspace.value())
        .query(Integer.class)
        .single();
  }

  /// Whether any waits for a chair who is acting.
  boolean anyWaiting() {
    return staff
        .sql("select exists (select 1 from people.signpost_match where answer is null)")
        .query(Boolean.class)
        .single();
  }

  /// @throws NotThere when it is no question for a chair who is acting
  void answer(SignedIn who, MatchId id, Signpost.Answer answer) {
    int answered =
        staff
            .sql(
                """
                update people.signpost_match
                   set answer = :answer, answered_by = :by, answered_at = :at
                 where id = :id
                """)
            .param("answer", answer.name())
            .param("by", who.user().value())
            .param("at", moments.now())
            .param("id", id.value())
            .update();
    if (answered == 0) {
      throw new NotThere();
    }
  }

  private static Signpost.Answer answer(@Nullable String answer) {
    return answer == null ? Signpost.Answer.WAITING : Signpost.Answer.valueOf(answer);
  }
}
