package org.sightline.network;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The day the dates of actions propose for a review (B66): once the last of them is due, and not
/// after the day by which the review has to be held. It proposes and changes nothing.
///
/// @param day that is proposed
/// @param last the day on which the last action is due
/// @param latest the day by which the review has to be held, or `null` when there is none
public record ReviewProposal(LocalDate day, LocalDate last, @Nullable LocalDate latest) {

  /// @param due the days of what is still to be done
  /// @param latest the day by which the review has to be held, or `null`
  /// @return `null` when nothing is to be done
  public static @Nullable ReviewProposal of(
      Collection<LocalDate> due, @Nullable LocalDate latest, LocalDate today) {
    var last = due.stream().max(LocalDate::compareTo).orElse(null);
    if (last == null) {
      return null;
    }
    var wanted = last.isBefore(today) ? today : last;
    return new ReviewProposal(
        latest != null && latest.isBefore(wanted) ? latest : wanted, last, latest);
  }

  /// Whether some action is due only after the review has to be held.
  public boolean isTooSoon() {
    return latest != null && latest.isBefore(last);
  }
}
