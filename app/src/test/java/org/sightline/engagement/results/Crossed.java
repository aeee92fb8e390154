package org.sightline.engagement.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sightline.engagement.results.ZoneTally.AdultPresence;

/// What is left of the bands of a made-up round's places, for whoever reads how hot is set against
/// cool: by adults, by surveillance, and by who mainly uses a place (A62, A63).
///
/// @param byPublication for each publication, the bands of each zone's row that was made in it
record Crossed(List<List<Set<String>>> byPublication) {

  private static final List<ZoneTally> PLACES =
      IntStream.range(0, RoundSimulation.ZONES).mapToObj(Crossed::place).toList();

  static Crossed read(CrossReading reading, RoundSimulation round) {
    var left = new ArrayList<List<Set<String>>>();
    for (var table : round.tables) {
      left.add(
          new ArrayList<>(PLACES.stream().<Set<String>>map(_ -> JointAttack.ANY_BAND).toList()));
      var said = reading.read(places(table), sentences(table));
      for (int zone = 0; zone < PLACES.size(); zone++) {
        int madeIn = table.row(PLACES.get(zone).zone()).orElseThrow().madeIn();
        var both = new TreeSet<>(left.get(madeIn - 1).get(zone));
        both.retainAll(said.get(zone));
        left.get(madeIn - 1).set(zone, both);
      }
    }
    return new Crossed(left);
  }

  Set<String> left(int publication, int zone) {
    return byPublication.get(publication).get(zone);
  }

  static List<String> sentences(OutwardTable table) {
    var small = RoundSimulation.SMALL;
    return Stream.of(
            CrossTable.byAdultPresence(table, PLACES, small),
            CrossTable.bySurveillance(table, PLACES, small),
            CrossTable.byAnotherYearGroup(table, PLACES, small))
        .flatMap(cross -> cross.lines().stream())
        .map(CrossTable.Line::sentence)
        .toList();
  }

  private static List<CrossReading.Place> places(OutwardTable table) {
    Function<ZoneTally, CrossReading.Place> seen =
        place -> {
          var row = table.row(place.zone()).orElseThrow();
          var printed =
              Printing.print(row.shown(), RoundSimulation.SMALL).stream()
                  .map(each -> each.toLowerCase(Locale.ROOT))
                  .toList();
          return new CrossReading.Place(printed, row.maps(), labels(place));
        };
    return PLACES.stream().map(seen).toList();
  }

  /// As the printed report says it of each place.
  private static Set<String> labels(ZoneTally place) {
    return Set.of(
        place.adults() == AdultPresence.RARELY
            ? "where adults are rarely there"
            : "where adults are mostly there",
        place.watched() == null
            ? "where nobody has said whether there is surveillance"
            : place.watched() ? "with surveillance" : "without surveillance",
        Boolean.TRUE.equals(place.mainlyAnotherYear())
            ? "mainly used by another year group"
            : "not mainly used by another year group");
  }

  private static ZoneTally place(int at) {
    return new ZoneTally(
        new ZoneKey("zone-" + at),
        false,
        at < 2 ? AdultPresence.RARELY : AdultPresence.MOSTLY,
        at == 3 ? null : at % 2 == 0,
        at == 0,
        Tally.none(0));
  }
}
