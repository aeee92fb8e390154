package org.sightline.clocks;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Users;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where the rule book is read and changed. A change keeps who made it, when and why; nothing is
/// overwritten, and a date that was computed before keeps the rule it was computed by.
@Component
public class RuleBookDesk {

  private static final SealedColumn BECAUSE = new SealedColumn("clocks.rule_change", "because");

  private final Processes processes;
  private final RuleChanges changes;
  private final RuleBook rules;
  private final Users users;
  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final Clock clock;

  RuleBookDesk(
      Processes processes,
      RuleChanges changes,
      RuleBook rules,
      Users users,
      JdbcClient jdbc,
      Sealing sealing,
      Clock clock) {
    this.processes = processes;
    this.changes = changes;
    this.rules = rules;
    this.users = users;
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// One change of one part of a rule.
  ///
  /// @param value what it was set to, or `null` for what came with the product
  public record Change(
      RuleId rule, String part, @Nullable String value, String because, UserId by, Instant at) {}

  public List<Rule> rules() {
    return rules.rules();
  }

  /// @throws NotThere when there is no such rule
  public Rule rule(String id) {
    return find(rules, id);
  }

  /// As it came with the product.
  public Rule shipped(String id) {
    return find(changes.shipped(), id);
  }

  /// Whether the reader changes rules: a governance officer does.
  public boolean mayChange(SignedIn who) {
    return processes.look(who, () -> users.rolesAnywhere(who)).contains(Role.GOVERNANCE);
  }

  /// How often a rule was changed: the version of its page.
  public int version(SignedIn who, RuleId rule) {
    return history(who, rule).size();
  }

  /// The last first.
  public List<Change> history(SignedIn who, RuleId rule) {
    return processes.look(who, () -> read(rule));
  }

  private List<Change> read(RuleId rule) {
    return jdbc.sql("select * from clocks.rule_change where rule = :rule order by number desc")
        .param("rule", rule.value())
        .query(
            (row, n) ->
                new Change(
                    rule,
                    row.getString("part"),
                    row.getString("value"),
                    sealing.open(BECAUSE, row.getObject("id", UUID.class), row.getBytes("because")),
                    new UserId(row.getObject("by_user", UUID.class)),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /// Changes a rule; it holds for every date that is computed from now on.
  ///
  /// @param version that was on the page
  /// @param parts all parts of the rule that can be set, as typed
  /// @return whether anything was different
  /// @throws IllegalArgumentException with a sentence when the rule cannot be like that
  /// @throws NotThere when the person is no governance officer
  public boolean change(
      SignedIn who, RuleId id, int version, Map<String, String> parts, String because) {
    if (!mayChange(who)) {
      throw new NotThere();
    }
    var shipped = changes.shipped().rule(id);
    var now = rules.rule(id);
    var settings = new TreeMap<String, String>();
    parts.forEach((part, value) -> settings.put(id + "." + part, value));
    var wanted = changes.shipped().with(settings).rule(id);
    var different = new TreeMap<String, @Nullable String>();
    for (var part : now.limits().parts()) {
      var word = part.name().toLowerCase(java.util.Locale.ROOT);
      var want = value(wanted, part);
      if (!want.equals(value(now, part))) {
        different.put(word, want.equals(value(shipped, part)) ? null : want);
      }
    }
    if (different.isEmpty()) {
      return false;
    }
    processes.change(
        who,
        Act.of(
                "clocks.rule-changed",
                UUID.nameUUIDFromBytes(
                    id.value().getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
            .with(id.value()),
        () -> {
          jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:rule, 5))")
              .param("rule", id.value())
              .query((row, n) -> true)
              .single();
          if (read(id).size() != version) {
            throw new Stale(
                "Somebody else changed this rule while you had the page open. Load the page again"
                    + " and make your change once more.");
          }
          different.forEach((part, value) -> add(who, id, part, value, because));
        });
    changes.forget();
    return true;
  }

  /// The parts of a rule as they would be typed.
  public static String value(Rule rule, Rule.Part part) {
    return switch (part) {
      case AMOUNT -> "" + rule.amount();
      case KIND -> rule.kind().code();
      case LANDING -> rule.landing().code();
      case LATEST -> String.valueOf(rule.latest());
      case WARNING -> "" + rule.warning();
    };
  }

  private void add(SignedIn who, RuleId id, String part, @Nullable String value, String because) {
    var row = UUID.randomUUID();
    jdbc.sql(
            """
            insert into clocks.rule_change (id, rule, part, value, because, by_user, at)
            values (:id, :rule, :part, :value, :because, :by, :at)
            """)
        .param("id", row)
        .param("rule", id.value())
        .param("part", part)
        .param("value", value, Types.VARCHAR)
        .param("because", sealing.seal(BECAUSE, row, because))
        .param("by", who.user().value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Rule find(RuleBook rules, String id) {
    return rules.rules().stream()
        .filter(rule -> rule.id().value().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }
}
