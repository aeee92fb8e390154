package org.sightline.engagement.planning;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.clocks.Deadline;
import org.sightline.engagement.planning.SetUpSteps.Step;
import org.sightline.kernel.Role;

/// One of the nine steps.
///
/// @param prompts those that are put now; they never block
/// @param lastDay of withdrawal, with how it came about
/// @param next the step after this one, or `null`
public record StepPage(
    Round round,
    SetUpState state,
    Step step,
    List<Prompt> prompts,
    Filled filled,
    Deadline lastDay,
    @Nullable Step next) {

  /// @param answered by whom and when, in words, or `null`
  public record Prompt(String field, String text, @Nullable String answered) {}

  public StepPage {
    prompts = List.copyOf(prompts);
  }

  public Session session() {
    return state.session();
  }

  public List<StagePlan> plans() {
    return StagePlan.all();
  }

  public String minutesField(StagePlan plan, StagePlan.Stage stage) {
    return StepForm.minutesField(plan, stage);
  }

  /// The years to tick: those of the key stage, or all of a secondary school.
  public List<Integer> years() {
    return IntStream.rangeClosed(3, 13)
        .filter(y -> state.session().details().keyStage() == null ? y >= 7 : near(y))
        .boxed()
        .toList();
  }

  private boolean near(int year) {
    return Integer.valueOf(Coverage.keyStageOf(year)).equals(state.session().details().keyStage())
        || state.session().details().yearsExpected().contains(year);
  }

  /// The safeguarding leads first, then the others.
  public List<Colleague> leadsFirst() {
    return state.team().stream()
        .sorted(
            java.util.Comparator.comparing(
                colleague ->
                    colleague.roles().contains(Role.SAFEGUARDING_LEAD)
                        ? 0
                        : colleague.roles().contains(Role.DEPUTY_LEAD) ? 1 : 2))
        .toList();
  }
}
