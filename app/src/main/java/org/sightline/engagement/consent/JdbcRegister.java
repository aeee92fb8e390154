package org.sightline.engagement.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.ConsentProgress;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The SQL behind [Register].
@Component
class JdbcRegister {

  private static final SealedColumn NAME = new SealedColumn("consent.invitation", "name");
  private static final SealedColumn AGE = new SealedColumn("consent.invitation", "age");
  private static final SealedColumn RECORD = new SealedColumn("consent.returned_form", "record");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Sealing sealing;

  JdbcRegister(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  /// The list of a session by name, so that nothing tells the order in which forms came.
  List<Entry> of(SessionId session) {
    var returned = returned(session);
    return jdbc
        .sql(
            """
            select i.id, i.name, i.age, i.issued_on, i.issued_form, w.effect, w.withdrawn_on
              from consent.invitation i
              left join consent.withdrawal w on w.invitation_id = i.id
             where i.session_id = :session and i.removed_on is null
            """)
        .param("session", session.value())
        .query((row, n) -> entry(row, returned))
        .stream()
        .sorted(java.util.Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  ConsentProgress.Forms progress(SessionId session) {
    return jdbc.sql(
            """
            select count(*), count(issued_on),
                   count(*) filter (where exists (
                     select 1 from consent.returned_form r where r.invitation_id = i.id))
              from consent.invitation i
             where i.session_id = :session and i.removed_on is null
            """)
        .param("session", session.value())
        .query((row, n) -> new ConsentProgress.Forms(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  void lock(SessionId session) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:session, 4))")
        .param("session", session.toString())
        .query((row, n) -> true)
        .single();
  }

  void invite(SessionId session, WorkspaceId round, Register.Invited invited) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into consent.invitation (id, session_id, workspace_id, name, age)
            values (:id, :session, :round, :name, :age)
            """)
        .param("id", id)
        .param("session", session.value())
        .param("round", round.value())
        .param("name", sealing.seal(NAME, id, invited.name()))
        .param("age", sealing.sealIfAny(AGE, id, invited.age() == null ? null : "" + invited.age()))
        .update();
  }

  void issue(UUID invitation, FormKind form, LocalDate on) {
    jdbc.sql("update consent.invitation set issued_on = :on, issued_form = :form where id = :id")
        .param("on", on)
        .param("form", form.name())
        .param("id", invitation)
        .update();
  }

  void remove(UUID invitation, LocalDate on) {
    jdbc.sql("update consent.invitation set removed_on = :on where id = :id")
        .param("on", on)
        .param("id", invitation)
        .update();
  }

  void record(UUID invitation, WorkspaceId round, Entry.Returned form, UserId by) {
    jdbc.sql(
            """
            insert into consent.returned_form (id, invitation_id, workspace_id, text_version, form,
              language, words_hash, research, record, recorded_on, recorded_by)
            values (:id, :invitation, :round, :version, :form, :language, :hash, :research, :record,
              :on, :by)
            """)
        .param("id", form.id())
        .param("invitation", invitation)
        .param("round", round.value())
        .param("version", form.textVersion())
        .param("form", form.form().kind().name())
        .param("language", form.form().language())
        .param("hash", form.wordsHash())
        .param("research", form.research())
        .param("record", sealing.seal(RECORD, form.id(), JSON.writeValueAsString(form.given())))
        .param("on", form.recordedOn())
        .param("by", by.value())
        .update();
  }

  void withdraw(UUID invitation, WorkspaceId round, Entry.Effect effect, LocalDate on, UserId by) {
    jdbc.sql(
            """
            insert into consent.withdrawal
              (id, invitation_id, workspace_id, effect, withdrawn_on, recorded_by)
            values (:id, :invitation, :round, :effect, :on, :by)
            """)
        .param("id", UUID.randomUUID())
        .param("invitation", invitation)
        .param("round", round.value())
        .param("effect", effect.name())
        .param("on", on)
        .param("by", by.value())
        .update();
  }

  private Map<UUID, Entry.Returned> returned(SessionId session) {
    var found = new HashMap<UUID, Entry.Returned>();
    jdbc.sql(
            """
            select distinct on (r.invitation_id) r.*
              from consent.returned_form r
              join consent.invitation i on i.id = r.invitation_id
             where i.session_id = :session
             order by r.invitation_id, r.seq desc
            """)
        .param("session", session.value())
        .query(
            (ResultSet row) -> {
              found.put(row.getObject("invitation_id", UUID.class), returned(row));
            });
    return found;
  }

  private Entry.Returned returned(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Entry.Returned(
        id,
        row.getObject("text_version", UUID.class),
        new Form(FormKind.valueOf(row.getString("form")), row.getString("language")),
        row.getBytes("words_hash"),
        row.getBoolean("research"),
        JSON.readValue(sealing.open(RECORD, id, row.getBytes("record")), Given.class),
        row.getObject("recorded_on", LocalDate.class));
  }

  private Entry entry(ResultSet row, Map<UUID, Entry.Returned> returned) throws SQLException {
    var id = row.getObject("id", UUID.class);
    String age = sealing.openIfAny(AGE, id, row.getBytes("age"));
    return new Entry(
        id,
        sealing.open(NAME, id, row.getBytes("name")),
        age == null ? null : Integer.valueOf(age),
        issued(row),
        returned.get(id),
        withdrawal(row));
  }

  private static Entry.@Nullable Issued issued(ResultSet row) throws SQLException {
    var on = row.getObject("issued_on", LocalDate.class);
    return on == null ? null : new Entry.Issued(FormKind.valueOf(row.getString("issued_form")), on);
  }

  private static Entry.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
    var effect = row.getString("effect");
    return effect == null
        ? null
        : new Entry.Withdrawal(
            Entry.Effect.valueOf(effect), row.getObject("withdrawn_on", LocalDate.class));
  }
}
