package org.sightline.network.reviewing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// Before the version of a session is sealed: what is not asked yet.
///
/// @param name of the session
/// @param isHeld whether its day is said
/// @param isSealed whether it has a version
/// @param remains of a review, what is still to be gone through; empty otherwise
/// @param lines with open questions, the first of them
/// @param questions how many there are in all
/// @param more how many lines with open questions there are beside those
/// @param parts of which of those the work is about nobody has said which part they have in the
///     group, by id (B87)
/// @param told what was noted of whether young people and parents were told
/// @param seen the last entry of the map
/// @param edit made for what the page does to the map
public record SealingPage(
    Exercise exercise,
    String session,
    String name,
    boolean isHeld,
    boolean isSealed,
    boolean isReview,
    String remains,
    List<Line> lines,
    int questions,
    int more,
    Map<String, String> parts,
    List<String> told,
    long seen,
    UUID edit,
    Answers form) {

  /// A line with what it was not asked, by the name of the question and, of what somebody said of
  /// it, "/" and the report.
  public record Line(String id, String sentence, Map<String, String> open) {}

  public String meeting() {
    return "/network/exercises/" + exercise.id() + "/sessions/" + session;
  }

  public String map() {
    return "/network/maps/" + exercise.id();
  }
}
