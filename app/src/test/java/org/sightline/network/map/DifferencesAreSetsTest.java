package org.sightline.network.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.sightline.network.map.Difference.State;

/// The difference of two versions is set arithmetic on their pictures, whatever was drawn, taken
/// off, put back, joined and taken back between them.
class DifferencesAreSetsTest {

  private static final LocalDate FRESH = LocalDate.of(2026, 5, 1);

  @Property(tries = 300)
  void whatJoinedAndLeftIsWhatOneHasAndTheOtherHasNot(@ForAll long seed) {
    var random = new Random(seed);
    var map = new Drawn();
    var nodes = new ArrayList<ElementId>();
    var lines = new ArrayList<ElementId>();
    scribble(map, nodes, lines, random);
    int first = map.entries().size();
    scribble(map, nodes, lines, random);
    var before = Picture.of(map.entries().subList(0, first));
    var after = Picture.of(map.entries());

    var forth = Difference.between(new State(before, FRESH), new State(after, FRESH));
    var back = Difference.between(new State(after, FRESH), new State(before, FRESH));

    assertThat(forth.joined()).isEqualTo(minus(on(after, ElementKind.NODE), before));
    assertThat(forth.left()).isEqualTo(minus(on(before, ElementKind.NODE), after));
    assertThat(forth.formed()).isEqualTo(minus(on(after, ElementKind.LINE), before));
    assertThat(forth.lost()).isEqualTo(minus(on(before, ElementKind.LINE), after));
    var kept = on(before, ElementKind.LINE);
    kept.retainAll(on(after, ElementKind.LINE));
    assertThat(forth.kept()).isEqualTo(kept);
    assertThat(kept).containsAll(forth.confirmed());
    assertThat(kept).containsAll(forth.faded());
    assertThat(kept).containsAll(forth.changed());
    assertThat(back.joined()).isEqualTo(forth.left());
    assertThat(back.formed()).isEqualTo(forth.lost());
    assertThat(back.changed()).isEqualTo(forth.changed());
  }

  private static void scribble(
      Drawn map, List<ElementId> nodes, List<ElementId> lines, Random random) {
    for (int i = 0; i < 14; i++) {
      switch (nodes.size() < 3 ? 0 : random.nextInt(8)) {
        case 0, 1 -> nodes.add(map.person("Invented " + nodes.size()));
        case 2, 3 -> {
          var line = ElementId.random();
          if (map.tried(
                  Drawn.aLine(line, any(nodes, random), any(nodes, random)), map.picture().last())
              == null) {
            lines.add(line);
          }
        }
        case 4 -> said(map, any(nodes, random), Field.OFF, random.nextBoolean() ? "left" : "");
        case 5 -> map.takeBack(map.entries().get(random.nextInt(map.entries().size())));
        case 6 -> said(map, any(nodes, random), Field.SAME_AS, "" + any(nodes, random));
        default -> {
          if (!lines.isEmpty()) {
            var line = any(lines, random);
            said(map, line, Field.CONFIRMED, "2026-06-0" + (1 + random.nextInt(9)));
            said(map, line, Field.STRENGTH, "" + (1 + random.nextInt(5)));
          }
        }
      }
    }
  }

  private static void said(Drawn map, ElementId element, Field field, String value) {
    map.tried(Edit.of(new Change(element, field, value)), map.picture().last());
  }

  private static ElementId any(List<ElementId> ids, Random random) {
    return ids.get(random.nextInt(ids.size()));
  }

  private static Set<ElementId> on(Picture picture, ElementKind kind) {
    var ids = new HashSet<ElementId>();
    picture.on(kind).forEach(element -> ids.add(element.id()));
    return ids;
  }

  private static Set<ElementId> minus(Set<ElementId> all, Picture without) {
    var left = new HashSet<>(all);
    left.removeAll(on(without, ElementKind.NODE));
    left.removeAll(on(without, ElementKind.LINE));
    return left;
  }
}
