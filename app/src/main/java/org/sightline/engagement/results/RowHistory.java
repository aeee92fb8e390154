package org.sightline.engagement.results;

import java.util.List;

/// The versions of a zone's row that readers already have.
///
/// @param tables oldest first
/// @param publications the same, with what has gone from each by now
record RowHistory(List<OutwardTable> tables, List<Publication> publications, SmallNumbers small) {

  private static final int FAR = 2;

  RowHistory {
    if (tables.size() != publications.size()) {
      throw new IllegalArgumentException(
          "%d tables for %d publications".formatted(tables.size(), publications.size()));
    }
  }

  /// The row as it may be published: made again, or the latest version where that is not safe.
  OutwardRow next(OutwardRow made) {
    var versions =
        tables.stream().flatMap(table -> table.row(made.zone()).stream()).distinct().toList();
    boolean safe = versions.stream().allMatch(version -> isSafe(version, made));
    return safe ? made : versions.getLast();
  }

  private boolean isSafe(OutwardRow version, OutwardRow made) {
    var publication = publications.get(version.madeIn() - 1);
    if (made.shown() instanceof Shown.Counts) {
      return new Difference(publication.addedSince(made.maps()), publication.gone(), small)
          .isSafe(version.shown(), version.maps(), made.shown(), made.maps());
    }
    // A band after counts would bound what came between, so the counts stand. One band after
    // another is a bound as well: four hot and one cool are the only way from hot with eight maps
    // to cool with sixteen. It needs far more new maps than there were.
    boolean large = publication.changedSince(made.maps()) >= FAR * version.maps();
    return !(version.shown() instanceof Shown.Counts)
        && (version.shown().equals(made.shown()) || large);
  }
}
