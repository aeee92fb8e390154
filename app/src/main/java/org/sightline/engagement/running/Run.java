package org.sightline.engagement.running;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.kernel.UserId;

/// Where a session stands on its run sheet.
///
/// @param times of its stages
/// @param said which cues were ticked, by line
public record Run(
    StageTimes times,
    int mapsOut,
    int mapsIn,
    int studentsLeft,
    Map<String, Said> said,
    List<Note> notes) {

  /// When a cue was said, and by whom (A23).
  public record Said(UserId by, String name, Instant at) {}

  /// A note in general terms, under a question or a zone (A27).
  ///
  /// @param text what was noted, or `null` once it is struck out
  public record Note(
      UUID id, @Nullable String question, @Nullable ZoneKey zone, @Nullable String text) {

    public boolean isStruck() {
      return text == null;
    }
  }

  public Run {
    said = Map.copyOf(said);
    notes = List.copyOf(notes);
  }

  static Run notBegun(String firstStage) {
    return new Run(StageTimes.notBegun(firstStage), 0, 0, 0, Map.of(), List.of());
  }
}
