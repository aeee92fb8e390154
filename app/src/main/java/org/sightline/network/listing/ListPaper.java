package org.sightline.network.listing;

import java.util.List;

/// The list as it goes out.
///
/// @param toWhom who gets it
/// @param label framework and unit, as the authority calls them
/// @param session when, in words
/// @param people and `places`, by name and kind
/// @param questions what the exercise asks, and of whom where that is said
public record ListPaper(
    String toWhom,
    String label,
    String session,
    String objective,
    List<Listed> people,
    List<Listed> places,
    List<String> questions) {

  /// Somebody or something on the list.
  public record Listed(String name, String what) {}
}
