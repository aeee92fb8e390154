package org.sightline.clocks;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Applies a council's settings to the rules, or refuses them with a sentence.
final class RuleSettings {

  private RuleSettings() {}

  static Map<RuleId, Rule> apply(Map<RuleId, Rule> rules, Map<String, String> settings) {
    var changes = new TreeMap<String, Map<Rule.Part, String>>();
    settings.forEach((key, value) -> sortIn(changes, key, value.strip()));

    var changed = new LinkedHashMap<>(rules);
    changes.forEach(
        (name, parts) -> {
          var rule = changed.get(new RuleId(name));
          if (rule == null) {
            throw new IllegalArgumentException(
                "The rule book has no rule called %s".formatted(name));
          }
          changed.put(rule.id(), change(rule, parts));
        });
    return changed;
  }

  private static void sortIn(
      Map<String, Map<Rule.Part, String>> changes, String key, String value) {
    var dot = key.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "\"%s\" is no setting; write a rule and a part, such as withdrawal.amount"
              .formatted(key));
    }
    changes
        .computeIfAbsent(key.substring(0, dot), rule -> new TreeMap<>())
        .put(part(key, key.substring(dot + 1)), value);
  }

  private static Rule.Part part(String key, String word) {
    for (var part : Rule.Part.values()) {
      if (part.name().toLowerCase(Locale.ROOT).equals(word)) {
        return part;
      }
    }
    throw new IllegalArgumentException(
        "%s cannot be set; the parts of a rule are amount, kind, landing, latest and warning"
            .formatted(key));
  }

  private static Rule change(Rule rule, Map<Rule.Part, String> parts) {
    for (var part : parts.keySet()) {
      if (!rule.limits().parts().contains(part)) {
        throw new IllegalArgumentException(
            "The %s of %s is fixed, because of %s (%s)"
                .formatted(
                    part.name().toLowerCase(Locale.ROOT),
                    rule.id(),
                    rule.source().requirement(),
                    rule.source().guidance()));
      }
    }
    var newKind = parts.get(Rule.Part.KIND);
    var kind = newKind == null ? rule.kind() : kind(rule, newKind);
    var newAmount = parts.get(Rule.Part.AMOUNT);
    var newLanding = parts.get(Rule.Part.LANDING);
    var newLatest = parts.get(Rule.Part.LATEST);
    var newWarning = parts.get(Rule.Part.WARNING);
    return new Rule(
        rule.id(),
        rule.wording(),
        kind,
        newAmount == null ? keptAmount(rule, kind) : wholeNumber(rule, newAmount),
        newLanding == null ? rule.landing() : landing(rule, newLanding),
        newLatest == null ? rule.latest() : time(rule, newLatest),
        rule.trigger(),
        rule.isBefore(),
        newWarning == null ? rule.warning() : days(rule, newWarning),
        rule.limits(),
        rule.source());
  }

  /// A number only means something with its unit: 28 days must not become 28 hours unnoticed.
  private static int keptAmount(Rule rule, Kind kind) {
    if (!kind.isCounted()) {
      return 0;
    }
    if (kind != rule.kind()) {
      throw new IllegalArgumentException(
          "%s now counts in %s; set %s.amount as well"
              .formatted(rule.id(), kind.words(2).substring(2), rule.id()));
    }
    return rule.amount();
  }

  private static Kind kind(Rule rule, String word) {
    try {
      return Kind.of(word);
    } catch (IllegalArgumentException refusal) {
      throw new IllegalArgumentException("%s: %s".formatted(rule.id(), refusal.getMessage()));
    }
  }

  private static Landing landing(Rule rule, String word) {
    try {
      return Landing.of(word);
    } catch (IllegalArgumentException refusal) {
      throw new IllegalArgumentException("%s: %s".formatted(rule.id(), refusal.getMessage()));
    }
  }

  private static int wholeNumber(Rule rule, String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException refusal) {
      throw new IllegalArgumentException(
          "%s must be a whole number between %d and %d, not \"%s\""
              .formatted(rule.id(), rule.limits().least(), rule.limits().most(), word));
    }
  }

  private static int days(Rule rule, String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException refusal) {
      throw new IllegalArgumentException(
          "The warning of %s is a whole number of days, not \"%s\"".formatted(rule.id(), word));
    }
  }

  private static LocalTime time(Rule rule, String word) {
    try {
      return LocalTime.parse(word);
    } catch (DateTimeParseException refusal) {
      throw new IllegalArgumentException(
          "The latest hour of %s is a time such as 18:00, not \"%s\"".formatted(rule.id(), word));
    }
  }
}
