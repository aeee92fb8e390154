package org.sightline.network.exercises;

import java.util.List;
import org.sightline.network.Exercise;

/// One exercise: what it is for, its dates, and the way to everything.
///
/// @param labels framework, unit and source in words
/// @param dates in order
/// @param conflicts sentences
/// @param relied titles of the agreements it relies on now
public record ExercisePage(
    Exercise exercise,
    String framework,
    String unit,
    String source,
    List<DateLine> dates,
    List<String> conflicts,
    List<EventLine> events,
    List<String> relied,
    boolean isChair,
    boolean isWorker) {

  /// A date, in words.
  ///
  /// @param tag of the design system for its light
  public record DateLine(
      String slot, String name, String due, String light, String tag, String said, String why) {}

  /// Something that brings the review forward, in words.
  public record EventLine(String id, String kind, String day, String words, String by) {}
}
