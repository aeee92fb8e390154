package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Zones in order; zones that cannot be told apart share a rank (1, 2, 2, 4).
///
/// An outward ranking looks at nothing but shown numbers: a zone whose count is held back is not
/// ranked, so that its place cannot give the count away. Rows of different publications may stand
/// side by side there; each carries its own "of n maps".
public record Ranking(List<Place> places) {

  /// @param count red marks among the hottest, green among the coolest
  public record Place(int rank, ZoneKey zone, int count, int maps) {}

  private record Entry(ZoneKey zone, int first, int second, int maps) {}

  private static final int HELD_BACK = -1;

  public Ranking {
    places = List.copyOf(places);
  }

  /// By red, then yellow (A66); without zones that have no red.
  public static Ranking hottest(InwardTable table) {
    return of(
        table.zones().stream()
            .filter(each -> each.tally().red() > 0)
            .map(each -> entry(each, each.tally().red(), each.tally().yellow()))
            .toList());
  }

  /// By green; without zones that have none.
  public static Ranking coolest(InwardTable table) {
    return of(
        table.zones().stream()
            .filter(each -> each.tally().green() > 0)
            .map(each -> entry(each, each.tally().green(), 0))
            .toList());
  }

  public static Ranking hottest(OutwardTable table) {
    var entries = new ArrayList<Entry>();
    for (var row : table.rows()) {
      Integer red = row.red();
      if (red != null) {
        int yellow = Objects.requireNonNullElse(row.yellow(), HELD_BACK);
        entries.add(new Entry(row.zone(), red, yellow, row.maps()));
      }
    }
    return of(entries);
  }

  public static Ranking coolest(OutwardTable table) {
    var entries = new ArrayList<Entry>();
    for (var row : table.rows()) {
      Integer green = row.green();
      if (green != null) {
        entries.add(new Entry(row.zone(), green, 0, row.maps()));
      }
    }
    return of(entries);
  }

  private static Entry entry(ZoneTally zone, int first, int second) {
    return new Entry(zone.zone(), first, second, zone.tally().maps());
  }

  private static Ranking of(List<Entry> entries) {
    var order = Comparator.comparingInt(Entry::first).thenComparingInt(Entry::second).reversed();
    var sorted = entries.stream().sorted(order).toList();
    var places = new ArrayList<Place>();
    for (var entry : sorted) {
      int ahead = (int) sorted.stream().filter(each -> order.compare(each, entry) < 0).count();
      places.add(new Place(ahead + 1, entry.zone(), entry.first(), entry.maps()));
    }
    return new Ranking(places);
  }
}
