package org.sightline.network.together;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// Every young person of an exercise, and how far their own map is.
public record OwnMapsPage(Exercise exercise, List<Row> rows) {

  public String at() {
    return "/network/exercises/" + exercise.id() + "/own-maps";
  }

  /// A young person, in words.
  ///
  /// @param tag of the status
  public record Row(String id, String name, String status, String tag, String why, String worker) {}

  /// One of them.
  ///
  /// @param drawn said of their map, or `null` while there is none
  /// @param history the last first
  public record One(
      Exercise exercise, Row row, @Nullable String drawn, List<String> history, Answers form) {

    public String at() {
      return "/network/exercises/" + exercise.id() + "/own-maps/" + row.id();
    }
  }
}
