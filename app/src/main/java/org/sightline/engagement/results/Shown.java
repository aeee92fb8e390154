package org.sightline.engagement.results;

/// What people outside the round may read about one zone.
public sealed interface Shown {

  /// Four cells that add up to the maps of the row.
  record Counts(Cell red, Cell yellow, Cell green, Cell noAnswer) implements Shown {}

  /// Numbers would say too much or were not due yet: only where most answers lie.
  record Banded(Band band) implements Shown {}

  /// Too few answers to show: fewer than `k`, or so few of each kind that a band would tell.
  record NotEnoughAnswers() implements Shown {}

  /// One number, or what stands in its place.
  sealed interface Cell {

    record Exact(int count) implements Cell {}

    /// A count under `k`, zero among them.
    record Fewer() implements Cell {}

    /// A count of `k` or more, held back because it would give a small one away.
    record NotShown() implements Cell {}
  }
}
