package org.sightline.engagement.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.SessionDetails.Sitting;
import org.sightline.web.Promises;
import org.yaml.snakeyaml.Yaml;

/// The plans to choose from, with every line that is said, done or kept in mind
/// (`engagement/run-sheet.yaml`).
public record RunSheet(List<Stage> stages) {

  /// Read once: a run sheet is opened all through a session.
  private static final Map<Sitting, RunSheet> SHIPPED = new ConcurrentHashMap<>();

  public RunSheet {
    stages = List.copyOf(stages);
  }

  /// @param cue whether the run sheet asks for a tick when it has been said
  /// @param remindAfterMinutes after how many minutes of the stage an unticked cue is brought up,
  ///     or `null`
  public record Line(String id, String text, boolean cue, @Nullable Integer remindAfterMinutes) {

    public Line withText(String filled) {
      return new Line(id, filled, cue, remindAfterMinutes);
    }
  }

  /// @param lesson 1, or 2 in the plan for two lessons
  /// @param questions which list of questions belongs to it, `discussion` or `inSession`, or `null`
  public record Stage(
      String id,
      String name,
      int minutes,
      int lesson,
      List<Line> say,
      List<Line> doing,
      List<Line> remember,
      @Nullable String questions) {

    public Stage {
      say = List.copyOf(say);
      doing = List.copyOf(doing);
      remember = List.copyOf(remember);
    }
  }

  /// Whether it takes two lessons, so that each part says which it belongs to.
  public boolean isOverTwoLessons() {
    return stages.stream().anyMatch(stage -> stage.lesson() > 1);
  }

  public int totalMinutes() {
    return stages.stream().mapToInt(Stage::minutes).sum();
  }

  /// The plan for a sitting as it ships.
  public static RunSheet of(Sitting sitting) {
    return SHIPPED.computeIfAbsent(sitting, RunSheet::read);
  }

  private static RunSheet read(Sitting sitting) {
    try (InputStream in = RunSheet.class.getResourceAsStream("/engagement/run-sheet.yaml")) {
      Map<String, Object> file = new Yaml().load(in);
      Map<String, Line> lines =
          rows(file, "lines").stream()
              .map(RunSheet::line)
              .collect(Collectors.toMap(Line::id, Function.identity()));
      String wanted = sitting.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      return rows(file, "plans").stream()
          .filter(plan -> wanted.equals(plan.get("id")))
          .map(
              plan ->
                  new RunSheet(rows(plan, "stages").stream().map(s -> stage(s, lines)).toList()))
          .findFirst()
          .orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The plan of a session, with the minutes its facilitators have set.
  public static RunSheet of(SessionDetails details) {
    return new RunSheet(
        of(details.sitting()).stages().stream()
            .map(
                s ->
                    new Stage(
                        s.id(),
                        s.name(),
                        details.stageMinutes().getOrDefault(s.id(), s.minutes()),
                        s.lesson(),
                        s.say(),
                        s.doing(),
                        s.remember(),
                        s.questions()))
            .toList());
  }

  /// The same plan with every line's named places filled, as in `{lead}`.
  public RunSheet filled(Function<String, String> fill) {
    return new RunSheet(
        stages.stream()
            .map(
                s ->
                    new Stage(
                        s.id(),
                        s.name(),
                        s.minutes(),
                        s.lesson(),
                        fillAll(s.say(), fill),
                        fillAll(s.doing(), fill),
                        fillAll(s.remember(), fill),
                        s.questions()))
            .toList());
  }

  private static List<Line> fillAll(List<Line> lines, Function<String, String> fill) {
    return lines.stream().map(line -> line.withText(fill.apply(line.text()))).toList();
  }

  private static Line line(Map<String, Object> row) {
    return new Line(
        String.valueOf(row.get("id")),
        Promises.in(String.valueOf(row.get("text"))),
        Boolean.TRUE.equals(row.get("cue")),
        (Integer) row.get("remindAfterMinutes"));
  }

  private static Stage stage(Map<String, Object> row, Map<String, Line> lines) {
    return new Stage(
        String.valueOf(row.get("id")),
        String.valueOf(row.get("name")),
        Integer.parseInt(String.valueOf(row.get("minutes"))),
        row.get("lesson") instanceof Integer lesson ? lesson : 1,
        named(row, "say", lines),
        named(row, "do", lines),
        named(row, "remember", lines),
        (String) row.get("questions"));
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the file is ours and a test reads it
  private static List<Line> named(Map<String, Object> row, String key, Map<String, Line> lines) {
    return ((List<String>) row.get(key)).stream().map(lines::get).toList();
  }

  @SuppressWarnings({"unchecked", "NullAway"})
  private static List<Map<String, Object>> rows(Map<String, Object> file, String key) {
    return (List<Map<String, Object>>) file.get(key);
  }
}
