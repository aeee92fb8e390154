package org.sightline.network.filing;

import java.util.List;

/// The papers for one file: minutes and map.
///
/// @param title from the key risk; names nobody
/// @param about whose file
/// @param session which, and when
/// @param made the day
/// @param came who was there, by role and agency
/// @param parts what was said, under headings
/// @param agreed the actions that concern the person
/// @param is what the person is on the map, in words
/// @param lines what is said of the person, a sentence each
/// @param picture the map as SVG, in which others are letters
public record Papers(
    String title,
    String about,
    String session,
    String made,
    String objective,
    List<String> came,
    List<Part> parts,
    List<String> agreed,
    String is,
    List<String> lines,
    String picture) {

  /// Something that was said, under its heading.
  public record Part(String heading, List<String> words) {}
}
