package org.sightline.network.preparing;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// Who and what the exercise is about, and who might be.
///
/// @param records of people in the piece of work, by id
/// @param checked the one that was just checked, and `desks` whom to ask; empty otherwise
public record SubjectsPage(
    Exercise exercise,
    List<Line> part,
    List<Line> candidates,
    List<Line> noPart,
    Map<String, String> kinds,
    Map<String, String> decisions,
    Map<String, String> records,
    boolean mayWrite,
    Answers form,
    String checked,
    List<String> desks) {

  /// One of them, in words.
  ///
  /// @param gone that they were taken off the map, in a sentence, or empty
  public record Line(
      String id,
      String name,
      String kind,
      String because,
      String by,
      String checked,
      String gone,
      boolean isPerson) {}
}
