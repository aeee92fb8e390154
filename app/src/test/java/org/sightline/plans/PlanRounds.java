package org.sightline.plans;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.DatabaseSettings;
import org.sightline.store.SystemStore;
import org.sightline.testing.TestPeople;
import org.springframework.boot.test.context.TestComponent;

/// Opens rounds for tests of plans, and looks where only a test may: into the audit and past the
/// seals.
@TestComponent
public class PlanRounds {

  public static final LocalDate OPENED = LocalDate.of(2026, 1, 5);

  private final Processes processes;
  private final Workspaces workspaces;
  private final TestPeople people;
  private final SystemStore store;
  private final DatabaseSettings database;

  PlanRounds(
      Processes processes,
      Workspaces workspaces,
      TestPeople people,
      SystemStore store,
      DatabaseSettings database) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.people = people;
    this.store = store;
    this.database = database;
  }

  /// A round with its owner, a facilitator and a safeguarding lead; nobody else.
  public WorkspaceId open() {
    var id = WorkspaceId.random();
    processes.change(
        people.as(Role.ROUND_OWNER),
        Act.in(id, "access.round-opened", id.value()),
        () -> {
          workspaces.openRound(id, people.school(), OPENED);
          for (Role role : List.of(Role.FACILITATOR, Role.SAFEGUARDING_LEAD)) {
            workspaces.grant(id, people.cast().the(role).id(), role, OPENED);
          }
        });
    return id;
  }

  public List<String> actsIn(WorkspaceId workspace) {
    return store
        .jdbc()
        .sql("select act || ' ' || outcome from audit.entry where workspace = :id order by seq")
        .param("id", workspace.value())
        .query(String.class)
        .list();
  }

  /// Everything the schema holds, as the database's superuser reads it.
  public String raw() {
    var all = new StringBuilder();
    for (String table :
        List.of(
            "issue",
            "issue_version",
            "outcome",
            "action",
            "action_version",
            "council_letter",
            "council_reply",
            "measure_version",
            "council_contact_version")) {
      bytes("select to_jsonb(t)::text from plans." + table + " t").forEach(all::append);
    }
    return all.toString();
  }

  public List<String> rows(String sql, @Nullable Object... values) {
    return query(sql, values);
  }

  private List<String> bytes(String sql) {
    return query(sql).stream().map(PlanRounds::unhex).toList();
  }

  /// Hexadecimal runs read as text, so that a sealed column that was not sealed would show its
  /// words.
  private static String unhex(String json) {
    return java.util.regex.Pattern.compile("\\\\\\\\x([0-9a-f]+)")
        .matcher(json)
        .replaceAll(
            match ->
                java.util.regex.Matcher.quoteReplacement(
                    new String(
                        java.util.HexFormat.of().parseHex(match.group(1)),
                        java.nio.charset.StandardCharsets.UTF_8)));
  }

  private List<String> query(String sql, @Nullable Object... values) {
    try (var connection =
            DriverManager.getConnection(database.url(), database.owner(), database.password());
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      var rows = new ArrayList<String>();
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static UUID zone(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
