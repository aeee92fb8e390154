package org.sightline.sharing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agreement says (H04).
///
/// @param owner who answers for it
/// @param document where the signed document lies
/// @param standards how those who receive something hold it, beside what holds for all (H09)
/// @param parties organisations, at least two
/// @param until its last day, or `null` when it has none
/// @param review the day by which it is looked at again
public record Terms(
    String title,
    String owner,
    String document,
    @Nullable String standards,
    Basis basis,
    Set<Purpose> purposes,
    Set<Category> categories,
    Set<UUID> parties,
    List<Restriction> restrictions,
    LocalDate from,
    @Nullable LocalDate until,
    LocalDate review) {

  public Terms {
    purposes = Set.copyOf(purposes);
    categories = Set.copyOf(categories);
    parties = Set.copyOf(parties);
    restrictions = List.copyOf(restrictions);
    if (purposes.isEmpty() || categories.isEmpty() || parties.size() < 2) {
      throw new IllegalArgumentException(
          "An agreement needs a purpose, a category of data and two parties");
    }
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("An agreement cannot end before it begins");
    }
  }

  /// The areas it treats apart.
  public List<String> areas() {
    return Restriction.areas(restrictions);
  }

  /// Whether the day lies within its days, the first and the last included.
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
