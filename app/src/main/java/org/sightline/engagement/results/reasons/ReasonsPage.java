package org.sightline.engagement.results.reasons;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.DiscussionNotes;

/// The reasons for one zone, with how often each was given.
///
/// @param zone key of the zone before the reader, or `null` when none is chosen yet
/// @param notes what was noted under that zone, in every session
/// @param other what was noted under questions, or under nothing
/// @param problem what was wrong with what was typed, or `null`
/// @param wrong the reason whose number it was, or `null`
public record ReasonsPage(
    String results,
    String round,
    List<Choice> zones,
    @Nullable String zone,
    @Nullable String zoneName,
    List<Line> lines,
    List<DiscussionNotes.Line> notes,
    List<DiscussionNotes.Line> other,
    @Nullable String problem,
    @Nullable String wrong) {

  public ReasonsPage {
    zones = List.copyOf(zones);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    other = List.copyOf(other);
  }

  /// @param counted whether reasons have been counted for it
  public record Choice(String key, String name, boolean counted) {}

  /// @param times as typed
  public record Line(String id, String text, String times) {}
}
