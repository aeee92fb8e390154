package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two rounds side by side, zone by zone (A69), from what their outward tables show and nothing
/// else. A difference is not a proof: other young people, another day.
public record Comparison(List<Row> rows) {

  /// Below this many maps on either side there is no percentage.
  public static final int MAPS_FOR_PERCENTAGES = 20;

  /// One zone, matched by key.
  ///
  /// @param before `null` when only the later round has it
  /// @param after `null` when only the earlier round had it
  public record Row(
      ZoneKey zone, @Nullable OutwardRow before, @Nullable OutwardRow after, Direction direction) {

    /// Red marks in a hundred maps before, or `null` when there is none to give.
    public @Nullable Integer redPercentBefore() {
      return percent(before);
    }

    public @Nullable Integer redPercentAfter() {
      return percent(after);
    }

    private @Nullable Integer percent(@Nullable OutwardRow row) {
      Integer red = row == null ? null : row.red();
      if (row == null || red == null || maps(before) < FEWEST || maps(after) < FEWEST) {
        return null;
      }
      return Math.round(100f * red / row.maps());
    }

    private static int maps(@Nullable OutwardRow row) {
      return row == null ? FEWEST : row.maps();
    }

    private static final int FEWEST = MAPS_FOR_PERCENTAGES;
  }

  /// What may be said. More or fewer only when chance alone would seldom (one time in twenty) make
  /// such a difference in the share of maps marked red.
  public enum Direction {
    FEWER_RED("fewer red marks"),
    ABOUT_THE_SAME("about the same"),
    MORE_RED("more red marks"),
    COOLER("in a cooler band than before"),
    HOTTER("in a hotter band than before"),
    CANNOT_SAY("too few marks to compare"),
    NEW("new since the earlier round"),
    GONE("no longer on the plan");

    private final String words;

    Direction(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public Comparison {
    rows = List.copyOf(rows);
  }

  /// Zones of the later round in its order, then those that only the earlier one had.
  public static Comparison of(OutwardTable before, OutwardTable after, SmallNumbers small) {
    var rows = new ArrayList<Row>();
    for (var now : after.rows()) {
      var old = before.row(now.zone()).orElse(null);
      var direction = old == null ? Direction.NEW : direction(old, now, small);
      rows.add(new Row(now.zone(), old, now, direction));
    }
    before.rows().stream()
        .filter(old -> after.row(old.zone()).isEmpty())
        .forEach(old -> rows.add(new Row(old.zone(), old, null, Direction.GONE)));
    return new Comparison(rows);
  }

  private static Direction direction(OutwardRow before, OutwardRow after, SmallNumbers small) {
    Integer redBefore = before.red();
    Integer redAfter = after.red();
    if (redBefore != null && redAfter != null) {
      return byRed(redBefore, before.maps(), redAfter, after.maps());
    }
    var bandBefore = before.band(small);
    var bandAfter = after.band(small);
    if (bandBefore == null || bandAfter == null) {
      return Direction.CANNOT_SAY;
    }
    int change = bandBefore.compareTo(bandAfter);
    if (change == 0) {
      return Direction.ABOUT_THE_SAME;
    }
    return change < 0 ? Direction.COOLER : Direction.HOTTER;
  }

  /// Two shares compared with their pooled spread; two standard errors.
  private static Direction byRed(double redBefore, double before, double redAfter, double after) {
    double change = redAfter / after - redBefore / before;
    double share = (redBefore + redAfter) / (before + after);
    double spread = Math.sqrt(share * (1 - share) * (1 / before + 1 / after));
    if (Math.abs(change) <= 2 * spread) {
      return Direction.ABOUT_THE_SAME;
    }
    return change < 0 ? Direction.FEWER_RED : Direction.MORE_RED;
  }
}
