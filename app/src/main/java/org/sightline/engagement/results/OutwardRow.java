package org.sightline.engagement.results;

import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.Shown.Cell;

/// One zone in an outward table.
///
/// @param madeIn the publication in which this row was made; older than its table when it stands
/// @param maps "of n maps": all maps of that publication
public record OutwardRow(ZoneKey zone, int madeIn, int maps, Shown shown) {

  /// Whether the row was left as an earlier publication made it.
  public boolean standsFrom(int publication) {
    return madeIn < publication;
  }

  /// The red count where readers may have it, or `null`.
  public @Nullable Integer red() {
    return shown instanceof Shown.Counts counts ? exact(counts.red()) : null;
  }

  public @Nullable Integer yellow() {
    return shown instanceof Shown.Counts counts ? exact(counts.yellow()) : null;
  }

  public @Nullable Integer green() {
    return shown instanceof Shown.Counts counts ? exact(counts.green()) : null;
  }

  public @Nullable Integer noAnswer() {
    return shown instanceof Shown.Counts counts ? exact(counts.noAnswer()) : null;
  }

  /// The band that anyone could work out from the row, or `null` when the row leaves it open. The
  /// true band is not looked at: beside the counts it could give a small one away.
  public @Nullable Band band(SmallNumbers small) {
    return switch (shown) {
      case Shown.Banded banded -> banded.band();
      case Shown.NotEnoughAnswers _ -> null;
      case Shown.Counts counts -> certainBand(counts, small);
    };
  }

  /// The band for people from outside the school: only where the shown numbers make it certain that
  /// ten or more answered (ST-03). A band that stands in place of numbers says nothing of how many.
  public @Nullable Band bandOutside(SmallNumbers small) {
    return shown instanceof Shown.Counts counts
            && Possibilities.of(counts, maps, small).tallies().stream()
                .allMatch(each -> each.answered() >= SmallNumbers.OUTSIDE.and(small).k())
        ? certainBand(counts, small)
        : null;
  }

  /// Mixed views (A70), said only where the shown numbers already make it certain.
  public boolean hasMixedViews(SmallNumbers small) {
    return shown instanceof Shown.Counts counts
        && Possibilities.of(counts, maps, small).tallies().stream()
            .allMatch(each -> each.hasMixedViews(small));
  }

  private @Nullable Band certainBand(Shown.Counts counts, SmallNumbers small) {
    var tallies = Possibilities.of(counts, maps, small).tallies();
    var first = Band.of(tallies.getFirst(), small);
    return tallies.stream().allMatch(each -> Band.of(each, small) == first) ? first : null;
  }

  private static @Nullable Integer exact(Cell cell) {
    return cell instanceof Cell.Exact exact ? exact.count() : null;
  }
}
