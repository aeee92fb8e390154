package org.sightline.network.drawing;

import java.util.List;

/// A map as the picture draws it, and the sentences that say the same.
///
/// @param last the number of the last entry
/// @param gone what is off the map now, by id
public record View(long last, List<Node> nodes, List<Line> lines, List<String> gone) {

  /// @param said the same in words, without the name: "Young person, outside the area"
  /// @param pin where it was put by hand, "across down", or empty
  /// @param at degrees north and east, or empty
  /// @param tag of a gap: by when, or that it is answered; else empty
  /// @param aliases what they are also called, or empty
  public record Node(
      String id,
      String kind,
      String label,
      String said,
      boolean key,
      String bearing,
      String pin,
      String at,
      String tag,
      String aliases) {}

  /// @param evidenced whether somebody saw it, or the police supplied it; otherwise heard only
  /// @param faded whether nobody has said or confirmed it within the review interval
  /// @param past whether it no longer holds
  /// @param open how many questions were not asked yet
  /// @param stands what the look of the line says, in words: heard only, over, older than the
  ///     review interval
  public record Line(
      String id,
      String from,
      String to,
      String kind,
      String strength,
      String influence,
      String protects,
      boolean evidenced,
      boolean faded,
      boolean past,
      int open,
      String sentence,
      String stands) {}
}
