package org.sightline.network.together;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.network.ownmap.OwnMap;
import org.sightline.network.ownmap.Plan;
import org.sightline.web.Answers;

/// What a young person sees while they draw. Nothing on it leads to anybody's record.
///
/// @param base the address under which all of their pages lie
public record RingsPage(
    String base,
    OwnMap map,
    String svg,
    boolean canUndo,
    boolean canRedo,
    String next,
    List<Ring> rings,
    Map<String, String> kinds,
    Map<String, String> closeness,
    Answers form) {

  /// Who is on a ring, in words.
  public record Ring(String name, List<Line> lines) {}

  /// Somebody, in words.
  public record Line(String id, String name, String said) {}

  /// Somebody who is changed.
  public record Changing(
      String base,
      String id,
      Map<String, String> kinds,
      Map<String, String> closeness,
      Answers form) {}

  /// One of the ten questions.
  ///
  /// @param people whom an answer can point at
  public record Asking(
      String base, int number, String question, Map<String, String> people, Answers form) {

    public @Nullable String before() {
      return number == 1 ? base + "/map" : base + "/questions/" + (number - 1);
    }
  }

  /// What they plan.
  public record Planning(
      String base, List<Planned> good, List<Planned> harm, List<Planned> agreed, Answers form) {}

  /// A plan, in words.
  public record Planned(Plan plan, String said) {}

  public boolean isEmpty() {
    return map.people().isEmpty();
  }
}
