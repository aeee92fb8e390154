package org.sightline.engagement.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The task list of a session (A10).
///
/// @param responseLead who takes a disclosure, by name, or `null` while nobody is named
public record SessionPage(
    Round round, SetUpState state, List<Task> tasks, @Nullable String responseLead) {

  /// One of the nine steps.
  ///
  /// @param open prompts that something planned has raised and nobody has answered
  public record Task(SetUpSteps.Step step, boolean done, long open) {}

  public SessionPage {
    tasks = List.copyOf(tasks);
  }

  static SessionPage of(Round round, SetUpState state, SetUpPrompts prompts) {
    var plan = state.session().responsePlan();
    return new SessionPage(
        round,
        state,
        SetUpSteps.shipped().steps().stream()
            .map(
                step ->
                    new Task(
                        step,
                        state.session().stepsDone().contains(step.id()),
                        prompts.raisedAndOpen(step)))
            .toList(),
        plan == null ? null : state.name(plan.lead()));
  }

  public Session session() {
    return state.session();
  }

  public long done() {
    return tasks.stream().filter(Task::done).count();
  }

  public List<SetUpSteps.Aim> aims() {
    return SetUpSteps.shipped().aims();
  }
}
