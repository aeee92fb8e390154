package org.sightline.network.ownmap;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What helps, as they think of it together with the worker (B101), or what is agreed with a school
/// or a club (B102).
///
/// @param words what is done
/// @param with whom it is agreed, `from` when, and when it is `lookedAt` again; empty and `null`
///     where nothing is agreed with anybody
public record Plan(
    UUID id,
    For what,
    String words,
    String with,
    @Nullable LocalDate from,
    @Nullable LocalDate lookedAt) {

  public static final int LONGEST_WORDS = 500;

  /// What it is for.
  public enum For {
    /// Builds on what is good.
    STRENGTHS,
    /// Makes harm smaller.
    HARM,
    /// Agreed with a school or a club.
    AGREED
  }

  public Plan {
    if (words.isBlank() || words.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException("A plan says what is done, and shortly");
    }
    boolean whole = !with.isBlank() && from != null && lookedAt != null;
    if ((what == For.AGREED) != whole || (!whole && !(with.isEmpty() && from == null))) {
      throw new IllegalArgumentException("An agreement says with whom, from when and until when");
    }
    if (from != null && lookedAt != null && lookedAt.isBefore(from)) {
      throw new IllegalArgumentException("It is looked at again after it began");
    }
  }
}
