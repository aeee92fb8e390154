package org.sightline.concerns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/// The questions of the concern form and the outcomes of a concern, from
/// `concerns/concern-form.yaml`.
@Component
public class ConcernForm {

  private static final String FILE = "/concerns/concern-form.yaml";

  private final List<Question> questions;
  private final List<Outcome> outcomes;

  ConcernForm() {
    try (InputStream in = ConcernForm.class.getResourceAsStream(FILE)) {
      Map<String, Object> file = new Yaml().load(in);
      this.questions =
          rows(map(file, "form"), "questions").stream().map(ConcernForm::question).toList();
      this.outcomes = rows(file, "outcomes").stream().map(ConcernForm::outcome).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// One question.
  ///
  /// @param type choice, choices, text or long-text
  /// @param followsYesTo the question after whose "yes" this one is asked, or `null`
  public record Question(
      String id,
      String label,
      String type,
      boolean optional,
      @Nullable String hint,
      @Nullable String aside,
      @Nullable String followsYesTo,
      List<Option> options) {

    public Question {
      options = List.copyOf(options);
    }

    public boolean offers(String answer) {
      return options.isEmpty() || options.stream().anyMatch(option -> option.id().equals(answer));
    }

    /// An answer as it reads: an option's text, or what was typed.
    public String inWords(String answer) {
      return options.stream()
          .filter(option -> option.id().equals(answer))
          .findFirst()
          .map(Option::text)
          .orElse(answer);
    }
  }

  /// @param then what to do at once when this is chosen, or `null`
  public record Option(String id, String text, @Nullable String then) {}

  /// How a concern can end.
  ///
  /// @param needs what the reason should hold
  public record Outcome(String id, String name, String needs) {}

  public List<Question> questions() {
    return questions;
  }

  public List<Outcome> outcomes() {
    return outcomes;
  }

  public Optional<Outcome> outcome(String id) {
    return outcomes.stream().filter(outcome -> outcome.id().equals(id)).findFirst();
  }

  private static Question question(Map<String, Object> row) {
    String showWhen = text(row, "showWhen");
    return new Question(
        must(row, "id"),
        must(row, "label"),
        must(row, "type"),
        row.get("optional") == Boolean.TRUE,
        text(row, "hint"),
        text(row, "aside"),
        showWhen == null ? null : showWhen.replace(" is yes", ""),
        row.containsKey("options")
            ? rows(row, "options").stream()
                .map(o -> new Option(must(o, "id"), must(o, "text"), text(o, "then")))
                .toList()
            : List.of());
  }

  private static Outcome outcome(Map<String, Object> row) {
    return new Outcome(must(row, "id"), must(row, "name"), must(row, "needs"));
  }

  private static @Nullable String text(Map<String, Object> row, String key) {
    Object value = row.get(key);
    return value == null ? null : value.toString();
  }

  private static String must(Map<String, Object> row, String key) {
    String value = text(row, key);
    if (value == null) {
      throw new IllegalStateException("%s: %s has no %s".formatted(FILE, row, key));
    }
    return value;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the file is ours and a test reads it
  private static Map<String, Object> map(Map<String, Object> row, String key) {
    return (Map<String, Object>) row.get(key);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the file is ours and a test reads it
  private static List<Map<String, Object>> rows(Map<String, Object> row, String key) {
    return (List<Map<String, Object>>) row.get(key);
  }
}
