package org.sightline.clocks;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads the rule book from YAML and says where it is wrong.
final class RuleBookReader {

  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "sentence",
          "kind",
          "kinds",
          "amount",
          "least",
          "most",
          "landing",
          "latest",
          "trigger",
          "direction",
          "warning",
          "settable",
          "requirement",
          "guidance");

  private final Map<?, ?> fields;
  private final String where;

  private RuleBookReader(Map<?, ?> fields, String where) {
    this.fields = fields;
    this.where = where;
  }

  static Map<RuleId, Rule> read(InputStream yaml) {
    var rules = new LinkedHashMap<RuleId, Rule>();
    var number = 0;
    for (var entry : entries(yaml)) {
      number++;
      if (!(entry instanceof Map<?, ?> fields)) {
        throw new IllegalArgumentException(
            "Rule %d of the rule book has no fields".formatted(number));
      }
      var rule = new RuleBookReader(fields, "Rule %d of the rule book".formatted(number)).rule();
      if (rules.put(rule.id(), rule) != null) {
        throw new IllegalArgumentException(
            "The rule book has %s twice; give one another name".formatted(rule.id()));
      }
    }
    return rules;
  }

  private static List<?> entries(InputStream yaml) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object book = new Yaml(new SafeConstructor(options)).load(yaml);
      if (book instanceof Map<?, ?> top && top.get("rules") instanceof List<?> list) {
        return list;
      }
    } catch (YAMLException failure) {
      throw new IllegalArgumentException(
          "The rule book is not YAML: %s".formatted(failure.getMessage()), failure);
    }
    throw new IllegalArgumentException("The rule book has no list called rules");
  }

  private Rule rule() {
    for (var field : fields.keySet()) {
      if (!FIELDS.contains(String.valueOf(field))) {
        throw wrong("has a field nobody knows, %s".formatted(field));
      }
    }
    try {
      return new Rule(
          new RuleId(text("id")),
          text("sentence"),
          Kind.of(text("kind")),
          number("amount", 0),
          Landing.of(text("landing")),
          latest(),
          text("trigger"),
          isBefore(),
          number("warning", 0),
          new Rule.Limits(number("least", 1), number("most", 366), kinds(), settable()),
          new Rule.Source(text("requirement"), text("guidance")));
    } catch (IllegalArgumentException | DateTimeException refusal) {
      throw wrong("(%s) is refused: %s".formatted(fields.get("id"), refusal.getMessage()));
    }
  }

  private String text(String field) {
    if (fields.get(field) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw new IllegalArgumentException("%s must be words".formatted(field));
  }

  private int number(String field, int otherwise) {
    var value = fields.get(field);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Integer number) {
      return number;
    }
    throw new IllegalArgumentException("%s must be a whole number, not %s".formatted(field, value));
  }

  private boolean isBefore() {
    var direction = fields.get("direction") == null ? "after" : text("direction");
    if (!direction.equals("after") && !direction.equals("before")) {
      throw new IllegalArgumentException(
          "direction is after or before, not %s".formatted(direction));
    }
    return direction.equals("before");
  }

  private @Nullable LocalTime latest() {
    return fields.get("latest") == null ? null : LocalTime.parse(text("latest"));
  }

  private Set<Kind> kinds() {
    var kinds = EnumSet.of(Kind.of(text("kind")));
    if (fields.get("kinds") instanceof List<?> codes) {
      codes.forEach(code -> kinds.add(Kind.of(String.valueOf(code))));
    }
    return kinds;
  }

  private Set<Rule.Part> settable() {
    var parts = new HashSet<Rule.Part>();
    if (fields.get("settable") instanceof List<?> words) {
      for (var word : words) {
        parts.add(Rule.Part.valueOf(String.valueOf(word).toUpperCase(Locale.ROOT)));
      }
    }
    return parts;
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("%s %s".formatted(where, what));
  }
}
