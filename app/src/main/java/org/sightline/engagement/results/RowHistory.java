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
    boolean safe =
        versions.stream().allMatch(version -> isSafe(version, made, red))
            && tables.stream().allMatch(table -> isSafeBesideThePlan(table, made, red));
    return safe ? made : versions.getLast();
  }

  private boolean isSafe(OutwardRow version, OutwardRow made, PlanSays.Red red) {
    var publication = publication(version.madeIn());
    if (made.shown() instanceof Shown.Counts) {
      var before =
          new Difference.Side(
              version.shown(), version.maps(), said(version.madeIn(), version.zone()));
      return isSafe(publication, before, made, red);
    }
    // A band after counts would bound what came between, so the counts stand. One band after
    // another is a bound as well: four hot and one cool are the only way from hot with eight maps
    // to cool with sixteen. It needs far more new maps than there were.
    boolean large = publication.changedSince(made.maps()) >= FAR * version.maps();
    return !(version.shown() instanceof Shown.Counts)
        && (version.shown().equals(made.shown()) || large);
  }

  /// Where a row stood the plan said something new all the same: that nothing was red among eleven
  /// maps, say. Five red among seventeen would then all be among the few that came.
  private boolean isSafeBesideThePlan(OutwardTable table, OutwardRow made, PlanSays.Red red) {
    boolean stood =
        table.row(made.zone()).stream().anyMatch(row -> row.standsFrom(table.publication()));
    var known = said(table.publication(), made.zone());
    return !stood
        || known == PlanSays.Red.UNKNOWN
        || !(made.shown() instanceof Shown.Counts)
        || isSafe(
            publication(table.publication()),
            new Difference.Side(null, table.maps(), known),
            made,
            red);
  }

  private boolean isSafe(
      Publication publication, Difference.Side before, OutwardRow made, PlanSays.Red red) {
    return new Difference(publication.addedSince(made.maps()), publication.gone(), small)
        .isSafe(before, new Difference.Side(made.shown(), made.maps(), red));
  }

  private Publication publication(int number) {
    return publications.get(number - 1);
  }

  private PlanSays.Red said(int publication, ZoneKey zone) {
    return said.get(publication - 1).of(zone);
  }
}
