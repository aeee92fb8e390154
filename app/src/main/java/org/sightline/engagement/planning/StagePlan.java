package org.sightline.engagement.planning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.engagement.planning.SessionDetails.Sitting;

/// The stages of a sitting as `engagement/run-sheet.yaml` lays them out (A11).
///
/// @param totalMinutes of all its stages before anybody changes them
public record StagePlan(Sitting sitting, String name, int totalMinutes, List<Stage> stages) {

  /// One stage. Its id stays when the minutes change.
  ///
  /// @param lesson 1 or 2; 1 where there is only one
  public record Stage(String id, String name, int lesson, int minutes) {}

  public StagePlan {
    stages = List.copyOf(stages);
  }

  private static final List<StagePlan> ALL =
      Lists.of("run-sheet", "plans").stream().map(StagePlan::read).toList();

  public static List<StagePlan> all() {
    return ALL;
  }

  public static StagePlan of(Sitting sitting) {
    return ALL.stream().filter(plan -> plan.sitting == sitting).findFirst().orElseThrow();
  }

  /// How long a stage takes in a session, with what was changed.
  public static int minutes(Stage stage, SessionDetails details) {
    return details.stageMinutes().getOrDefault(stage.id(), stage.minutes());
  }

  /// How long everything takes in a session, with what was changed.
  public static int total(SessionDetails details) {
    return of(details.sitting()).stages.stream().mapToInt(s -> minutes(s, details)).sum();
  }

  private static StagePlan read(Map<String, Object> row) {
    return new StagePlan(
        Sitting.valueOf(Lists.text(row, "id").toUpperCase(Locale.ROOT).replace('-', '_')),
        Lists.text(row, "name"),
        Lists.number(row, "totalMinutes", 0),
        Lists.rows(row, "stages").stream()
            .map(
                stage ->
                    new Stage(
                        Lists.text(stage, "id"),
                        Lists.text(stage, "name"),
                        Lists.number(stage, "lesson", 1),
                        Lists.number(stage, "minutes", 0)))
            .toList());
  }
}
