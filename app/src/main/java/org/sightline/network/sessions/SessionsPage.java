package org.sightline.network.sessions;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// The sessions of an exercise, and planning another.
public record SessionsPage(
    Exercise exercise,
    List<Line> sessions,
    Map<String, String> kinds,
    boolean mayWrite,
    Answers form) {

  /// A session, in words.
  public record Line(String id, String name, String day, String came, boolean isOver) {}
}
