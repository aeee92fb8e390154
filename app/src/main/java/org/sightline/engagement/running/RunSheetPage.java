package org.sightline.engagement.running;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.DayWords;
import org.sightline.engagement.planning.Session;

/// The run sheet of a session, ready to be shown.
///
/// @param now when it is shown
/// @param questions to ask, by the id of their list
/// @param placeWords words of the plan, which may carry capitals in a note
public record RunSheetPage(
    Session session,
    RunSheet sheet,
    Run run,
    Instant now,
    Map<String, List<Question>> questions,
    List<Zone> zones,
    String placeWords) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));

  /// A question to ask the group.
  public record Question(String id, String text, String hint) {}

  public RunSheetPage {
    zones = List.copyOf(zones);
  }

  static RunSheetPage of(
      Session session,
      RunSheet sheet,
      Run run,
      Instant now,
      Map<String, List<Question>> questions,
      List<Zone> zones) {
    String words = String.join(" ", zones.stream().map(Zone::name).toList());
    return new RunSheetPage(session, sheet, run, now, questions, zones, words);
  }

  /// A number for the next note, so that one that is sent twice is one note.
  public String newEntry() {
    return UUID.randomUUID().toString();
  }

  public String base() {
    return "/engagement/sessions/" + session.id() + "/running";
  }

  /// The day of a lesson in words, or "" while it is not settled.
  public String day(int lesson) {
    var details = session.details();
    var day = lesson == 1 ? details.heldOn() : details.secondOn();
    return day == null ? "" : DayWords.of(day);
  }

  public boolean isOn(RunSheet.Stage stage) {
    return stage.id().equals(run.times().stage());
  }

  public boolean isTimed() {
    return run.times().since() != null;
  }

  /// Seconds of a stage that have gone by.
  public int elapsed(RunSheet.Stage stage) {
    return run.times().elapsed(stage.id(), now);
  }

  /// The last stage before this one with a line that must be said early and is not ticked yet, or
  /// `null` (A23).
  public RunSheet.@Nullable Stage missedBefore(RunSheet.Stage stage) {
    RunSheet.Stage missed = null;
    for (var earlier : sheet.stages()) {
      if (earlier.id().equals(stage.id())) {
        break;
      }
      if (earlier.say().stream().anyMatch(this::isMissed)) {
        missed = earlier;
      }
    }
    return missed;
  }

  private boolean isMissed(RunSheet.Line line) {
    return line.cue() && line.remindAfterMinutes() != null && said(line) == null;
  }

  /// When and by whom a line was said, or `null`.
  public Run.@Nullable Said said(RunSheet.Line line) {
    return run.said().get(line.id());
  }

  /// The cues that were ticked, in the order of the plan.
  public List<RunSheet.Line> saidLines() {
    return sheet.stages().stream()
        .flatMap(stage -> stage.say().stream())
        .filter(line -> run.said().containsKey(line.id()))
        .distinct()
        .toList();
  }

  public String time(Run.Said said) {
    return TIME.format(said.at());
  }

  public List<Question> questionsOf(RunSheet.Stage stage) {
    return stage.questions() == null
        ? List.of()
        : questions.getOrDefault(stage.questions(), List.of());
  }

  public List<Question> allQuestions() {
    return sheet.stages().stream().flatMap(s -> questionsOf(s).stream()).distinct().toList();
  }

  /// What a note belongs to, in words.
  public String place(Run.Note note) {
    if (note.zone() != null) {
      return zones.stream()
          .filter(zone -> zone.key().equals(note.zone()))
          .map(Zone::name)
          .findFirst()
          .orElse("");
    }
    return allQuestions().stream()
        .filter(question -> question.id().equals(note.question()))
        .map(Question::text)
        .findFirst()
        .orElse("");
  }
}
