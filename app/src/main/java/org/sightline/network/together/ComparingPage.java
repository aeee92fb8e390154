package org.sightline.network.together;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// A young person's own map beside the map of the professionals (B73).
///
/// @param me who they are on our map, or `null`
/// @param meId the id of "me" in a form
/// @param nodes of our map that are joined to nobody, to choose from
/// @param answers to the ten questions
/// @param plans by what they are for
public record ComparingPage(
    Exercise exercise,
    String base,
    String name,
    String picture,
    String svg,
    @Nullable Joined me,
    String meId,
    List<Node> meMaybe,
    List<They> onlyThey,
    List<String> onlyWe,
    List<Both> differently,
    List<Both> alike,
    Map<String, String> nodes,
    List<Reply> answers,
    Map<String, List<String>> plans,
    Answers form) {

  /// Somebody on our map.
  public record Node(String id, String name) {}

  /// A join that holds.
  public record Joined(String id, String node, String name) {}

  /// Only on theirs, or without a line on ours.
  ///
  /// @param line where the line could be drawn on our map, or `null`
  public record They(
      String id,
      String name,
      String said,
      @Nullable Joined join,
      List<Node> maybe,
      @Nullable String line) {}

  /// On both.
  ///
  /// @param differences in words
  public record Both(
      String name, String they, List<String> we, List<String> differences, Joined join) {}

  /// A question and what was answered.
  public record Reply(String question, String answer) {}
}
