package org.sightline.access;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;
import org.sightline.web.Words;

/// From which day to which day a role is held; both days count. Refused: an end before the
/// beginning.
///
/// @param until the last day, or `null` while none is set
public record RoleTerm(LocalDate from, @Nullable LocalDate until) {

  public RoleTerm {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("A role ends no day before it begins");
    }
  }

  /// Without a last day.
  public static RoleTerm from(LocalDate first) {
    return new RoleTerm(first, null);
  }

  /// What somebody typed into the fields `from` and `until`: from today on where they typed no day.
  /// A day that is past, and an end before the beginning, are problems of the form.
  public static Optional<RoleTerm> typed(Answers form, Words words, LocalDate today) {
    LocalDate from = form.hasDay("from") ? form.day("from").orElse(null) : today;
    LocalDate until = form.hasDay("until") ? form.day("until").orElse(null) : null;
    if (from != null && from.isBefore(today)) {
      form.problem("from", words.say("access.term.past"));
    } else if (from != null && until != null && until.isBefore(from)) {
      form.problem("until", words.say("access.term.backwards"));
    } else if (from != null && form.problemOf("until") == null) {
      return Optional.of(new RoleTerm(from, until));
    }
    return Optional.empty();
  }

  /// Whether it has begun on this day and is not over.
  public boolean holdsOn(LocalDate day) {
    return !from.isAfter(day) && (until == null || !until.isBefore(day));
  }
}
