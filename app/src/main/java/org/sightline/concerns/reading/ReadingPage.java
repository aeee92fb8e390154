package org.sightline.concerns.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One concern as it is shown.
///
/// @param alerts what to do now, in sentences, the most pressing first
/// @param council whom to ring at the council, one for each area; empty while there is no need
/// @param due by when and what, or empty
/// @param answers what was raised, in the order of the form
/// @param writing whether it is about writing on a map
/// @param canDecide whether a decision can be recorded now
/// @param ended whether it is closed
/// @param canCopy whether the reader takes a copy for the school's own system
/// @param noteProblem what is wrong with the note, or `null`
public record ReadingPage(
    String id,
    String receipt,
    String state,
    List<String> alerts,
    List<String> council,
    String due,
    String why,
    List<String> missed,
    List<Fact> facts,
    List<Fact> answers,
    boolean writing,
    List<Event> events,
    int version,
    boolean canDecide,
    boolean ended,
    boolean canCopy,
    String note,
    @Nullable String noteProblem,
    String reason,
    @Nullable String reasonProblem) {

  public record Fact(String label, String text) {}

  /// @param words the reason or the note, or empty
  /// @param told whether the young person was told, or empty
  public record Event(String title, String at, String by, String words, String told) {}
}
