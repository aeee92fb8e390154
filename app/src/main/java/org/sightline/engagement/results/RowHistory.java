package org.sightline.engagement.results;

import java.util.List;

/// The versions of a zone's row that readers already have.
///
/// @param tables oldest first
/// @param publications the same, with what has gone from each by now
/// @param said what the plan said at each
record RowHistory(
    List<OutwardTable> tables,
    List<Publication> publications,
    List<PlanSays> said,
    SmallNumbers small) {

  private static final int FAR = 2;

  RowHistory {
    if (tables.size() != publications.size() || said.size() != publications.size()) {
      throw new IllegalArgumentException(
          "%d tables and %d plans for %d publications"
              .formatted(tables.size(), said.size(), publications.size()));
    }
  }

  /// The row as it may be published: made again, or the latest version where that is not safe.
  ///
  /// @param red what the plan says of the zone from now on
  OutwardRow next(OutwardRow made, PlanSays.Red red) {
    var versions =
        tables.stream().flatMap(table -> table.row(made.zone()).stream()).distinct().toList();
    boolean safe = versions.stream().allMatch(version -> isSafe(version, made, red));
    return safe ? made : versions.getLast();
  }

  private boolean isSafe(OutwardRow version, OutwardRow made, PlanSays.Red red) {
    var publication = publications.get(version.madeIn() - 1);
    if (made.shown() instanceof Shown.Counts) {
      return new Difference(publication.addedSince(made.maps()), publication.gone(), small)
          .isSafe(
              new Difference.Side(
                  version.shown(),
                  version.maps(),
                  said.get(version.madeIn() - 1).of(version.zone())),
              new Difference.Side(made.shown(), made.maps(), red));
    }
    // A band after counts would bound what came between, so the counts stand. One band after
    // another is a bound as well: four hot and one cool are the only way from hot with eight maps
    // to cool with sixteen. It needs far more new maps than there were.
    boolean large = publication.changedSince(made.maps()) >= FAR * version.maps();
    return !(version.shown() instanceof Shown.Counts)
        && (version.shown().equals(made.shown()) || large);
  }
}
