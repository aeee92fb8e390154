package org.sightline.network.sessions;

import java.util.List;
import java.util.Map;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// One session.
///
/// @param tasks what a session of its kind does (B51, B55)
/// @param isReview whether it goes through what is on the map
/// @param named partners the sessions inside the agency named (B53)
public record SessionPage(
    Exercise exercise,
    SessionsPage.Line session,
    boolean isReview,
    List<String> tasks,
    List<String> named,
    List<Guest> guests,
    List<Noted> notes,
    Map<String, String> days,
    Map<String, String> partners,
    Map<String, String> noteKinds,
    boolean isChair,
    boolean mayWrite,
    Answers form) {

  /// Somebody who is invited, in words.
  public record Guest(
      String id, String name, String who, String attendance, String said, boolean isOver) {}

  /// A note, in words.
  public record Noted(
      String id, String kind, String words, String by, boolean isTangent, boolean isOver) {}
}
