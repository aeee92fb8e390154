package org.sightline.engagement.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions of a zone's row that readers already have.
///
/// @param tables oldest first
/// @param publications the same, with what has gone from each by now
record RowHistory(List<OutwardTable> tables, List<Publication> publications, SmallNumbers small) {

  RowHistory {
    if (tables.size() != publications.size()) {
      throw new IllegalArgumentException(
          "%d tables for %d publications".formatted(tables.size(), publications.size()));
    }
  }

  /// The row as it may be published: made again, or the latest version where that is not safe.
  OutwardRow next(OutwardRow made) {
    var versions =
        tables.stream()
            .flatMap(table -> table.row(made.zone()).stream())
            .distinct()
            .filter(row -> row.shown() instanceof Shown.Counts)
            .toList();
    boolean safe = versions.stream().allMatch(version -> isSafe(version, made));
    return safe ? made : versions.getLast();
  }

  private boolean isSafe(OutwardRow version, OutwardRow made) {
    var before = counts(version);
    var after = counts(made);
    if (before == null || after == null) {
      // A band after counts bounds what came between, so the counts stand.
      return before == null;
    }
    var publication = publications.get(version.madeIn() - 1);
    int added = publication.addedSince(made.maps());
    return new Difference(added, publication.gone(), small)
        .isSafe(before, version.maps(), after, made.maps());
  }

  private static Shown.@Nullable Counts counts(OutwardRow row) {
    return row.shown() instanceof Shown.Counts counts ? counts : null;
  }
}
