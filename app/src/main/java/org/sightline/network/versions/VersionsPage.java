package org.sightline.network.versions;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;

/// The versions of a map.
///
/// @param choices those that can be compared, by id
/// @param last the two last, for "since last time", or empty
public record VersionsPage(
    Exercise exercise, List<Line> versions, Map<String, String> choices, String last) {

  /// A version, in words.
  ///
  /// @param over why it was taken back; empty while it holds
  public record Line(String id, String name, String sealed, boolean isOver, String over) {}

  public String base() {
    return "/network/maps/" + exercise.id();
  }
}
