package org.sightline.network.reviewing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// A review: what is on the map, part by part.
///
/// @param parts each with how much of it remains
/// @param part which one is shown
/// @param isAgain whether what was gone through is shown, to be said anew
/// @param things of the part, the first of them
/// @param more how many more there are
/// @param done how many of the part have been gone through
/// @param remains in one sentence; empty when nothing does
/// @param options what can be said of each, by value
/// @param needWords those that need words
/// @param seen the last entry of the map
/// @param edit made with the form
public record ReviewPage(
    Exercise exercise,
    String session,
    String name,
    Map<String, String> parts,
    String part,
    boolean isAgain,
    List<Thing> things,
    int more,
    int done,
    String remains,
    Map<String, String> options,
    boolean needWords,
    long seen,
    UUID edit,
    Answers form) {

  /// @param sentence what it is called, or the line in one sentence
  /// @param kind what it is; empty for a line
  public record Thing(String id, String sentence, String kind) {}

  public String meeting() {
    return "/network/exercises/" + exercise.id() + "/sessions/" + session;
  }

  public String here() {
    return meeting() + "/review";
  }

  public String map() {
    return "/network/maps/" + exercise.id();
  }
}
