package org.sightline.network;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Entry;
import org.sightline.network.map.Field;
import org.sightline.store.RecordKeys;
import org.sightline.store.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The log of every map. What is said of an element lies sealed under the element's own key.
@Component
class JdbcMaps {

  private static final SealedColumn CONTENT = new SealedColumn("network.said", "content");
  private static final int AT_ONCE = 10_000;
  private static final TypeReference<LinkedHashMap<String, String>> SAID = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final RecordKeys keys;
  private final KeptEntries kept;
  private final JsonMapper json = new JsonMapper();

  JdbcMaps(JdbcClient jdbc, RecordKeys keys, KeptEntries kept) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.kept = kept;
  }

  /// Every entry, as far as the database lets whoever is acting see.
  List<Entry> all(WorkspaceId workspace) {
    int last = Math.toIntExact(last(workspace));
    var before = kept.of(workspace);
    if (before.size() >= last) {
      return before.subList(0, last);
    }
    return kept.with(workspace, before, after(workspace, before.size()));
  }

  /// The number of the last entry; 0 when nothing was drawn yet.
  long last(WorkspaceId workspace) {
    return jdbc.sql("select last from network.map where workspace_id = :workspace")
        .param("workspace", workspace.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /// The same, and nobody else adds an entry until this transaction ends.
  long hold(WorkspaceId workspace) {
    jdbc.sql(
            """
            insert into network.map (workspace_id, last) values (:workspace, 0)
            on conflict (workspace_id) do nothing
            """)
        .param("workspace", workspace.value())
        .update();
    return jdbc.sql("select last from network.map where workspace_id = :workspace for update")
        .param("workspace", workspace.value())
        .query(Long.class)
        .single();
  }

  /// The entries after a number, in order.
  List<Entry> after(WorkspaceId workspace, long number) {
    var heads = new LinkedHashMap<UUID, Head>();
    var said = new ArrayList<Said>();
    jdbc.sql(
            """
            select e.id, e.number, e.undoes, e.by_user, e.at, s.id as said, s.element_id, s.content
              from network.edit e
              join network.said s on s.workspace_id = e.workspace_id and s.edit_id = e.id
             where e.workspace_id = :workspace and e.number > :number
             order by e.number, s.position
            """)
        .param("workspace", workspace.value())
        .param("number", number)
        .query(
            row -> {
              var edit = row.getObject("id", UUID.class);
              if (!heads.containsKey(edit)) {
                heads.put(
                    edit,
                    new Head(
                        row.getLong("number"),
                        row.getObject("undoes", Long.class),
                        new UserId(row.getObject("by_user", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
              }
              said.add(
                  new Said(
                      edit,
                      row.getObject("said", UUID.class),
                      new ElementId(row.getObject("element_id", UUID.class)),
                      row.getBytes("content")));
            });
    return entries(heads, said);
  }

  /// Opening is the work of it, and each row is opened by itself.
  private List<Entry> entries(Map<UUID, Head> heads, List<Said> said) {
    var opened = said.parallelStream().map(this::open).toList();
    var changes = new LinkedHashMap<UUID, List<Change>>();
    for (int i = 0; i < opened.size(); i++) {
      changes.computeIfAbsent(said.get(i).edit(), none -> new ArrayList<>()).addAll(opened.get(i));
    }
    var entries = new ArrayList<Entry>(heads.size());
    heads.forEach(
        (edit, head) ->
            entries.add(
                new Entry(
                    head.number(),
                    new Edit(edit, changes.getOrDefault(edit, List.of())),
                    head.by(),
                    head.at(),
                    head.undoes())));
    return entries;
  }

  /// The number of an edit that is in the log already, or 0.
  long numberOf(WorkspaceId workspace, UUID edit) {
    return jdbc.sql("select number from network.edit where workspace_id = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", edit)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /// Adds an entry to a map that is held.
  void add(WorkspaceId workspace, Entry entry) {
    jdbc.sql(
            """
            insert into network.edit (id, workspace_id, number, undoes, by_user, at)
            values (:id, :workspace, :number, :undoes, :by, :at)
            """)
        .param("id", entry.edit().id())
        .param("workspace", workspace.value())
        .param("number", entry.number())
        .param("undoes", entry.undoes(), Types.BIGINT)
        .param("by", entry.by().value())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .update();
    say(workspace, entry.edit());
    jdbc.sql("update network.map set last = :number where workspace_id = :workspace")
        .param("number", entry.number())
        .param("workspace", workspace.value())
        .update();
  }

  /// In few statements: who may write is asked once for each, not once for each row of thousands.
  private void say(WorkspaceId workspace, Edit edit) {
    var byElement = new LinkedHashMap<ElementId, Map<String, String>>();
    for (var change : edit.changes()) {
      byElement
          .computeIfAbsent(change.element(), none -> new LinkedHashMap<>())
          .put(change.field().name(), change.value());
    }
    var said = List.copyOf(byElement.entrySet());
    for (int from = 0; from < said.size(); from += AT_ONCE) {
      var part = said.subList(from, Math.min(said.size(), from + AT_ONCE));
      var rows = part.parallelStream().map(each -> sealed(each.getKey(), each.getValue())).toList();
      jdbc.sql(
              """
              insert into network.said (id, edit_id, workspace_id, position, element_id, content)
              select s.id, :edit, :workspace, :from + s.place - 1, s.element_id, s.content
                from unnest(:rows, :elements, :contents) with ordinality
                  as s (id, element_id, content, place)
              """)
          .param("edit", edit.id())
          .param("workspace", workspace.value())
          .param("from", from)
          .param("rows", new SqlArrayValue("uuid", rows.stream().map(Sealed::row).toArray()))
          .param(
              "elements", new SqlArrayValue("uuid", rows.stream().map(Sealed::element).toArray()))
          .param(
              "contents",
              new SqlArrayValue("bytea", rows.stream().map(Sealed::content).toArray(byte[][]::new)))
          .update();
    }
  }

  private Sealed sealed(ElementId element, Map<String, String> values) {
    var row = UUID.randomUUID();
    keys.make(element.value());
    String content = json.writeValueAsString(values);
    return new Sealed(row, element.value(), keys.seal(element.value(), CONTENT, row, content));
  }

  /// Nothing of what has been erased: its place in the log stays, also in sealed versions.
  private List<Change> open(Said said) {
    var changes = new ArrayList<Change>();
    var element = said.element();
    if (keys.isShredded(element.value())) {
      return changes;
    }
    json.readValue(keys.open(element.value(), CONTENT, said.row(), said.content()), SAID)
        .forEach((field, value) -> changes.add(new Change(element, Field.valueOf(field), value)));
    return changes;
  }

  private record Head(long number, @Nullable Long undoes, UserId by, Instant at) {}

  @SuppressWarnings("ArrayRecordComponent") // it lives for a moment, and nobody compares it
  private record Said(UUID edit, UUID row, ElementId element, byte[] content) {}

  @SuppressWarnings("ArrayRecordComponent") // as above
  private record Sealed(UUID row, UUID element, byte[] content) {}
}
