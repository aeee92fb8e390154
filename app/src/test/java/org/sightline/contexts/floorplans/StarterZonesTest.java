package org.sightline.contexts.floorplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StarterZonesTest {

  @Test
  void noBoxesOrTooManyAreRefused() {
    assertThatThrownBy(() -> LabelledBoxes.lay(0)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> LabelledBoxes.lay(101)).hasMessageContaining("not 101");
  }

  @Test
  void everyNumberOfBoxesLiesOnThePlanWithGapsBetween() {
    for (var count = 1; count <= 100; count++) {
      var boxes = LabelledBoxes.lay(count);

      assertThat(boxes).hasSize(count);
      for (var i = 0; i < count; i++) {
        for (var j = 0; j < i; j++) {
          assertThat(boxes.get(i).polygon().intersects(boxes.get(j).polygon())).isFalse();
        }
      }
    }
  }

  @Test
  void boxesAreReadInTheOrderTheyWereLaid() {
    var boxes = LabelledBoxes.lay(19);
    var shuffled = new ArrayList<>(boxes);
    Collections.shuffle(shuffled, new Random(7));

    var order = new PlanOrder<Outline>(box -> 0, Outline::labelPoint);

    assertThat(order.sorted(shuffled)).isEqualTo(boxes);
  }

  @Test
  void zonesNotQuiteLevelAreOneRowAndFloorsComeFirst() {
    record Zone(String name, int floor, Corner label) {}
    var left = new Zone("left", 0, new Corner(0.1, 0.23));
    var right = new Zone("right", 0, new Corner(0.9, 0.20));
    var below = new Zone("below", 0, new Corner(0.05, 0.5));
    var upstairs = new Zone("upstairs", 1, new Corner(0.1, 0.1));

    var order = new PlanOrder<>(Zone::floor, Zone::label);

    assertThat(order.sorted(List.of(upstairs, below, right, left)))
        .containsExactly(left, right, below, upstairs);
  }

  @Test
  void theStarterListEndsSomewhereElseAndRepeatsNothing() {
    var zones = StarterZones.all();

    assertThat(zones).extracting(StarterZone::name).doesNotHaveDuplicates();
    assertThat(zones.getLast().name()).isEqualTo(StarterZones.SOMEWHERE_ELSE);
    assertThat(zones)
        .extracting(StarterZone::name)
        .contains("Canteen", "Stairs", "Toilets", "Corridors", "Lockers", "Bus stop");
  }
}
