package org.sightline.engagement.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two rounds side by side, zone by zone (A69), from what their outward tables show and nothing
/// else. A difference is not a proof: other young people, another day.
public record Comparison(List<Row> rows) {

  /// Below this many maps on either side there is no percentage.
  public static final int MAPS_FOR_PERCENTAGES = 20;

  /// One zone that both rounds have, matched by key.
  public record Row(ZoneKey zone, OutwardRow before, OutwardRow after, Direction direction) {

    /// Red marks in a hundred maps before, or `null` when there is none to give.
    public @Nullable Integer redPercentBefore() {
      return percent(before);
    }

    public @Nullable Integer redPercentAfter() {
      return percent(after);
    }

    private @Nullable Integer percent(OutwardRow row) {
      Integer red = row.red();
      boolean enough = Math.min(before.maps(), after.maps()) >= MAPS_FOR_PERCENTAGES;
      return red == null || !enough ? null : Math.round(100f * red / row.maps());
    }
  }

  /// What may be said. More or fewer only when chance alone would seldom (one time in twenty) make
  /// such a difference in the share of maps marked red.
  public enum Direction {
    FEWER_RED("fewer red marks"),
    ABOUT_THE_SAME("about the same"),
    MORE_RED("more red marks"),
    COOLER("in a cooler band than before"),
    HOTTER("in a hotter band than before"),
    CANNOT_SAY("too few marks to compare");

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

  public static Comparison of(OutwardTable before, OutwardTable after, SmallNumbers small) {
    var rows =
        before.rows().stream()
            .flatMap(
                old ->
                    after.row(old.zone()).stream()
                        .map(now -> new Row(old.zone(), old, now, direction(old, now, small))))
            .toList();
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
