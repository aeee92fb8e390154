package org.sightline.engagement.planning;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;

/// The four aims (A01) and the nine set-up steps (A10) of `engagement/steps.yaml`.
///
/// @param holidaysUnknown what is said of a last day while the school has entered no holidays
public record SetUpSteps(List<Aim> aims, List<Step> steps, String holidaysUnknown) {

  public record Aim(String id, String text) {}

  /// @param record what is written down in this step
  /// @param fields answers that have no column of their own
  /// @param done when the step counts as done
  public record Step(
      String id,
      int order,
      String title,
      String why,
      List<String> record,
      List<Prompt> prompts,
      List<Field> fields,
      String done) {

    public Step {
      record = List.copyOf(record);
      prompts = List.copyOf(prompts);
      fields = List.copyOf(fields);
    }
  }

  /// A question that is put and never blocks. When it is put: [SetUpPrompts].
  public record Prompt(String id, String text) {}

  /// @param forLeads kept from everybody but its author, the round's owner and the safeguarding
  ///     leads
  /// @param options of a choice; empty for every other kind
  public record Field(
      String id,
      Kind kind,
      String label,
      @Nullable String hint,
      boolean forLeads,
      List<Option> options) {

    public enum Kind {
      LINE,
      TEXT,
      NUMBER,
      DATE,
      TICK,
      CHOICE,
      CHOICES
    }

    public record Option(String id, String text) {}

    public Field {
      options = List.copyOf(options);
    }
  }

  private static final SetUpSteps SHIPPED = read();

  public SetUpSteps {
    aims = List.copyOf(aims);
    steps = List.copyOf(steps);
  }

  public static SetUpSteps shipped() {
    return SHIPPED;
  }

  /// @throws NotThere when there is no such step
  public Step step(String id) {
    return steps.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow(NotThere::new);
  }

  /// The step after this one, or `null` after the last.
  public @Nullable Step after(Step step) {
    int next = steps.indexOf(step) + 1;
    return next < steps.size() ? steps.get(next) : null;
  }

  /// Everything in the set-up that is answered in words.
  public List<Field> fields() {
    return steps.stream().flatMap(step -> step.fields().stream()).toList();
  }

  @SuppressWarnings("unchecked")
  private static SetUpSteps read() {
    var file = Lists.file("steps");
    return new SetUpSteps(
        Lists.rows((Map<String, Object>) file.getOrDefault("aims", Map.of()), "items").stream()
            .map(row -> new Aim(Lists.text(row, "id"), Lists.text(row, "text")))
            .toList(),
        Lists.rows(file, "steps").stream().map(SetUpSteps::step).toList(),
        Lists.text(file, "holidaysUnknown"));
  }

  private static Step step(Map<String, Object> row) {
    return new Step(
        Lists.text(row, "id"),
        Lists.number(row, "order", 0),
        Lists.text(row, "title"),
        Lists.text(row, "why"),
        Lists.texts(row, "record"),
        Lists.rows(row, "prompts").stream()
            .map(prompt -> new Prompt(Lists.text(prompt, "id"), Lists.text(prompt, "text")))
            .toList(),
        Lists.rows(row, "fields").stream().map(SetUpSteps::field).toList(),
        Lists.text(row, "done"));
  }

  private static Field field(Map<String, Object> row) {
    return new Field(
        Lists.text(row, "id"),
        Field.Kind.valueOf(Lists.text(row, "kind")),
        Lists.text(row, "label"),
        Lists.textIfAny(row, "hint"),
        Boolean.TRUE.equals(row.get("forLeads")),
        Lists.rows(row, "options").stream()
            .map(option -> new Field.Option(Lists.text(option, "id"), Lists.text(option, "text")))
            .toList());
  }
}
