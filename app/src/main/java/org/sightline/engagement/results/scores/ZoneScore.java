package org.sightline.engagement.results.scores;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.Band;
import org.sightline.engagement.results.ZoneKey;
import org.sightline.engagement.results.ZoneTally.AdultPresence;

/// One zone of a score sheet, as its reader may have it.
///
/// @param cells red, yellow, green and no answer; `null` where the zone has a band only, or nothing
/// @param maps "of n maps"; belongs to this row and may differ from the sheet's
/// @param band `null` where it is left open
/// @param place among the hottest, or `null`
/// @param stands whether the row was left as an earlier publication made it
/// @param about what is known about the place itself
/// @param reasons most frequent first
public record ZoneScore(
    ZoneKey key,
    int floor,
    String floorName,
    String name,
    @Nullable Cells cells,
    int maps,
    @Nullable Band band,
    boolean mixedViews,
    @Nullable Integer place,
    boolean stands,
    boolean oneAdult,
    About about,
    List<Reason> reasons) {

  public ZoneScore {
    reasons = List.copyOf(reasons);
  }

  /// What the plan says about a place (A62, A63); it comes from no map.
  ///
  /// @param adults how often adults are there, or `null` when nobody has said
  /// @param watched whether there is surveillance, or `null`
  /// @param anotherYear whether another year group mainly uses it, or `null`
  public record About(
      @Nullable AdultPresence adults, @Nullable Boolean watched, @Nullable Boolean anotherYear) {}

  /// Four numbers, each exact or held back.
  public record Cells(ShownCount red, ShownCount yellow, ShownCount green, ShownCount noAnswer) {

    public List<ShownCount> all() {
      return List.of(red, yellow, green, noAnswer);
    }
  }

  /// @param exact the number, or `null` where `words` stand in its place
  public record ShownCount(@Nullable Integer exact, String words) {

    static ShownCount exactly(int count) {
      return new ShownCount(count, Integer.toString(count));
    }

    /// What a table cell holds: a number where there is one.
    Object value() {
      return exact == null ? words : exact;
    }
  }

  /// A reason and how often it was given.
  public record Reason(String text, String times) {}
}
