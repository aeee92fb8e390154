package org.sightline.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sightline.store.SystemStore;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The rules in force: those that came with the product, as the council has changed them.
///
/// What was changed elsewhere, by another process of the same installation, is known here within a
/// few seconds. While the database is away, the rules that were known last hold.
@Component
class RuleChanges {

  private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

  private final SystemStore store;
  private final Clock clock;
  private final RuleBook shipped = RuleBook.shipped();
  private volatile @Nullable Known known;

  RuleChanges(SystemStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Known(Map<RuleId, Rule> rules, Instant until) {}

  RuleBook shipped() {
    return shipped;
  }

  Map<RuleId, Rule> inForce() {
    var now = clock.instant();
    var last = known;
    if (last != null
        && now.isBefore(last.until())
        && !now.isBefore(last.until().minus(KNOWN_FOR))) {
      return last.rules();
    }
    Map<RuleId, Rule> rules;
    try {
      rules = read();
    } catch (DataAccessException | TransactionException away) {
      rules = last == null ? shipped.byId() : last.rules();
    }
    known = new Known(rules, now.plus(KNOWN_FOR));
    return rules;
  }

  /// Reads them anew at the next question.
  void forget() {
    known = null;
  }

  private Map<RuleId, Rule> read() {
    var settings = new TreeMap<String, Map<String, String>>();
    store
        .transactions()
        .executeWithoutResult(
            status ->
                store
                    .jdbc()
                    .sql(
                        """
                        select distinct on (rule, part) rule, part, value
                          from clocks.rule_change
                         order by rule, part, number desc
                        """)
                    .query(
                        row -> {
                          var value = row.getString("value");
                          if (value != null) {
                            settings
                                .computeIfAbsent(row.getString("rule"), none -> new TreeMap<>())
                                .put(row.getString("rule") + "." + row.getString("part"), value);
                          }
                        }));
    var rules = new LinkedHashMap<RuleId, Rule>();
    shipped.rules().forEach(rule -> rules.put(rule.id(), changed(rule, settings)));
    return rules;
  }

  /// A later release may allow less than was chosen under an earlier one: then what it came with
  /// holds, and the page of the rule shows both.
  private Rule changed(Rule rule, Map<String, Map<String, String>> settings) {
    var own = settings.get(rule.id().value());
    if (own == null) {
      return rule;
    }
    try {
      return shipped.with(own).rule(rule.id());
    } catch (IllegalArgumentException notAllowedAnyMore) {
      return rule;
    }
  }
}
