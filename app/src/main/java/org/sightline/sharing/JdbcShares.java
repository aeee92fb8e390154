package org.sightline.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads shares out of the database; [ShareWriting] writes them.
@Component
class JdbcShares {

  static final SealedColumn WHAT = new SealedColumn("sharing.share_words", "what");
  static final SealedColumn ABOUT = new SealedColumn("sharing.share_words", "about");
  static final SealedColumn OWNER = new SealedColumn("sharing.share_words", "owner");
  static final SealedColumn AREA = new SealedColumn("sharing.share_words", "area");
  static final SealedColumn CHANGE = new SealedColumn("sharing.share_words", "change_reason");
  static final SealedColumn TITLE = new SealedColumn("sharing.share_item", "title");
  static final SealedColumn PERSON = new SealedColumn("sharing.share_recipient", "person");
  static final SealedColumn REASON = new SealedColumn("sharing.share_step", "reason");

  /// As many as a list shows.
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Sealing sealing;

  JdbcShares(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  /// Where the reader finds something, and nothing that was typed but who received it: the newest
  /// first, 200 at most.
  ///
  /// @param workspace the one they are of, or `null` for all
  List<Share> list(@Nullable WorkspaceId workspace) {
    return whole(
        jdbc.sql(
                """
                select * from sharing.share
                 where :workspace::uuid is null or workspace_id = :workspace::uuid
                 order by at desc
                 limit :most
                """)
            .param("workspace", workspace == null ? null : workspace.toString())
            .param("most", MOST)
            .query((row, n) -> header(row))
            .list(),
        false);
  }

  /// One with its words, as far as they are open to the reader; none when it is not.
  List<Share> one(UUID id) {
    return whole(
        jdbc.sql("select * from sharing.share where id = :id")
            .param("id", id)
            .query((row, n) -> header(row))
            .list(),
        true);
  }

  /// One as [#one], which nobody else changes or settles until this transaction ends: what was
  /// checked is what goes.
  List<Share> held(UUID id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('share ' || cast(:id as text), 0))")
        .param("id", id)
        .query((row, n) -> true)
        .single();
    return one(id);
  }

  /// Those a record went along with.
  List<Share> with(UUID record) {
    return whole(
        jdbc.sql(
                """
                select * from sharing.share
                 where id in (select share_id from sharing.share_item where record_id = :record)
                 order by at
                """)
            .param("record", record)
            .query((row, n) -> header(row))
            .list(),
        false);
  }

  private List<Share> whole(List<Share> headers, boolean withWords) {
    if (headers.isEmpty()) {
      return headers;
    }
    var ids = headers.stream().map(Share::id).toList();
    Map<UUID, Content.Texts> words = withWords ? words(ids) : Map.of();
    var items = items(ids, words.keySet());
    var recipients = recipients(ids);
    // A list shows no reasons, nor does the docket alone.
    var steps = steps(ids, words.isEmpty());
    var versions = versions(ids, items, recipients, words);
    return headers.stream()
        .map(
            one ->
                new Share(
                    one.id(),
                    one.workspace(),
                    one.school(),
                    one.kind(),
                    one.aboutStaff(),
                    one.by(),
                    one.at(),
                    versions.getOrDefault(one.id(), List.of()),
                    steps.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static Share header(ResultSet row) throws SQLException {
    return new Share(
        row.getObject("id", UUID.class),
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        new WorkspaceId(row.getObject("school_id", UUID.class)),
        Share.Kind.valueOf(row.getString("kind")),
        row.getBoolean("about_staff"),
        user(row),
        at(row, "at"),
        List.of(),
        List.of());
  }

  private Map<UUID, List<Share.Version>> versions(
      List<UUID> shares,
      Map<UUID, List<Content.Item>> items,
      Map<UUID, List<Recipient>> recipients,
      Map<UUID, Content.Texts> words) {
    return grouped(
        jdbc.sql(
                """
                select v.*, array_to_string(categories, ',') as category_list,
                       array_to_string(flags, ',') as flag_list
                  from sharing.share_version v
                 where share_id in (:shares)
                """)
            .param("shares", shares),
        "share_id",
        (row, id) ->
            new Share.Version(
                id,
                row.getInt("version"),
                new Content(
                    Lists.one(row.getString("held_for"), Purpose.class),
                    Lists.one(row.getString("purpose"), Purpose.class),
                    Lists.one(row.getString("marking"), Marking.class),
                    Lists.one(row.getString("about_kind"), AboutKind.class),
                    Lists.split(row.getString("category_list"), Category.class),
                    items.getOrDefault(id, List.of()),
                    recipients.getOrDefault(id, List.of()),
                    Lists.one(row.getString("route"), HandOver.class),
                    row.getBoolean("protected_address"),
                    row.getBoolean("unsafe_to_inform"),
                    words.get(id),
                    row.getObject("people", Integer.class),
                    Lists.split(row.getString("flag_list"), CommonFlag.class)),
                user(row),
                at(row, "at")));
  }

  private Map<UUID, Content.Texts> words(List<UUID> shares) {
    Map<UUID, Content.Texts> all = new HashMap<>();
    jdbc.sql("select * from sharing.share_words where share_id in (:shares)")
        .param("shares", shares)
        .query(
            (ResultSet row) -> {
              UUID id = row.getObject("version_id", UUID.class);
              all.put(
                  id,
                  new Content.Texts(
                      sealing.openIfAny(WHAT, id, row.getBytes("what")),
                      sealing.openIfAny(ABOUT, id, row.getBytes("about")),
                      sealing.openIfAny(OWNER, id, row.getBytes("owner")),
                      sealing.openIfAny(AREA, id, row.getBytes("area")),
                      sealing.openIfAny(CHANGE, id, row.getBytes("change_reason"))));
            });
    return all;
  }

  /// @param open the versions whose words the reader may read; of others the title stays back
  private Map<UUID, List<Content.Item>> items(List<UUID> shares, Set<UUID> open) {
    return grouped(
        jdbc.sql("select * from sharing.share_item where share_id in (:shares) order by id")
            .param("shares", shares),
        "version_id",
        (row, id) ->
            new Content.Item(
                row.getObject("record_id", UUID.class),
                row.getString("kind"),
                open.contains(row.getObject("version_id", UUID.class))
                    ? sealing.open(TITLE, id, row.getBytes("title"))
                    : ""));
  }

  private Map<UUID, List<Recipient>> recipients(List<UUID> shares) {
    return grouped(
        jdbc.sql("select * from sharing.share_recipient where share_id in (:shares) order by id")
            .param("shares", shares),
        "version_id",
        (row, id) ->
            new Recipient(
                id,
                row.getObject("organisation_id", UUID.class),
                sealing.openIfAny(PERSON, id, row.getBytes("person"))));
  }

  /// @param docketOnly without the reasons, which may name somebody
  private Map<UUID, List<Share.Step>> steps(List<UUID> shares, boolean docketOnly) {
    return grouped(
        jdbc.sql("select * from sharing.share_step where share_id in (:shares) order by number")
            .param("shares", shares),
        "share_id",
        (row, id) ->
            new Share.Step(
                row.getInt("number"),
                row.getInt("version"),
                Share.StepKind.valueOf(row.getString("kind")),
                Lists.one(row.getString("way"), Share.Way.class),
                row.getObject("agreement_id", UUID.class),
                row.getObject("agreement_version", Integer.class),
                Lists.one(row.getString("basis"), Basis.class),
                Lists.one(row.getString("withheld"), Withheld.class),
                docketOnly ? null : sealing.openIfAny(REASON, id, row.getBytes("reason")),
                row.getObject("final_at") == null ? null : at(row, "final_at"),
                user(row),
                at(row, "at")));
  }

  /// A row with its number.
  private interface Reading<T> {
    T from(ResultSet row, UUID id) throws SQLException;
  }

  /// What these shares have, under the share or version it belongs to.
  private <T> Map<UUID, List<T>> grouped(
      JdbcClient.StatementSpec of, String under, Reading<T> reading) {
    Map<UUID, List<T>> all = new HashMap<>();
    of.query(
        (ResultSet row) -> {
          Lists.under(all, row.getObject(under, UUID.class))
              .add(reading.from(row, row.getObject("id", UUID.class)));
        });
    return all;
  }

  private static UserId user(ResultSet row) throws SQLException {
    return new UserId(row.getObject("by_user", UUID.class));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
