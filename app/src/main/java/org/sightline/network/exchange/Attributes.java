package org.sightline.network.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.network.exchange.Incoming.Line;
import org.sightline.network.exchange.Incoming.RefusedRow;

/// What a picture of another program says of its lines under names of its own, of which some may be
/// who says so, whether it was seen or heard, and when.
final class Attributes {

  /// More are nothing anybody could choose from.
  private static final int MOST = 100;

  private final List<String> names;
  private final Columns.Said said;
  private final LocalDate today;

  /// @param names as [#ofLines] has them
  /// @param said by their numbers among the names
  /// @param today the last day on which anything can have been seen or heard
  Attributes(List<String> names, Columns.Said said, LocalDate today) {
    this.names = names;
    this.said = said;
    this.today = today;
  }

  /// What lines say more than who is linked and how strongly, as they come.
  static List<String> ofLines(Incoming picture) {
    var names = new LinkedHashSet<String>();
    for (var line : picture.lines()) {
      if (names.size() < MOST) {
        names.addAll(line.answers().keySet());
      }
    }
    names.removeIf("weight"::equalsIgnoreCase);
    return names.stream().limit(MOST).toList();
  }

  Incoming read(Incoming picture) throws UnreadableMap {
    if (said.equals(Columns.Said.NOWHERE)) {
      return picture;
    }
    var lines = new ArrayList<Line>();
    var refused = new ArrayList<>(picture.refused());
    for (var line : picture.lines()) {
      try {
        lines.add(read(line));
      } catch (SayingSo.Unfit unfit) {
        MapLimits.require(
            refused.size() < MapLimits.REFUSED, "rows we cannot read", MapLimits.REFUSED);
        refused.add(new RefusedRow(line.row(), unfit.value(), unfit.why()));
      }
    }
    refused.sort(Comparator.comparingInt(RefusedRow::row));
    return new Incoming(picture.nodes(), lines, refused, picture.oneSided());
  }

  private Line read(Line line) throws SayingSo.Unfit {
    var rest = new LinkedHashMap<>(line.answers());
    var of =
        SayingSo.read(
            taken(rest, said.role()),
            taken(rest, said.agency()),
            taken(rest, said.how()),
            taken(rest, said.when()),
            today);
    return new Line(line.from(), line.to(), line.directed(), line.weight(), rest, of, line.row());
  }

  private String taken(Map<String, String> answers, @Nullable Integer name) {
    String value = name == null ? null : answers.remove(names.get(name));
    return value == null ? "" : value;
  }
}
