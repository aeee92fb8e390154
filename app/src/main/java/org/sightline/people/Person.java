package org.sightline.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// A person's record as it stands.
///
/// @param version of the details, from one
/// @param changedBecause why this version was written, or `null` for the first
/// @param numbers those that hold
public record Person(
    PersonId id,
    int version,
    PersonDetails details,
    @Nullable String changedBecause,
    UserId by,
    Instant at,
    List<Number> numbers) {

  public Person {
    numbers = List.copyOf(numbers);
  }

  /// A number with where it came from.
  public record Number(IdentifierId id, Identifier identifier, UserId by, Instant at) {}
}
