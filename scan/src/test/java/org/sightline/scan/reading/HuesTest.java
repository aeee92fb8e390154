package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.scan.Level;

/// What the places of a sheet may teach of a child's pencils, and what they may not.
class HuesTest {

  private static final double SURE = 0.95;

  /// Of a scanner, whose light is even.
  private static final double TRUST = 0.4;

  private final List<Shade> places = new ArrayList<>();
  private Hues hues;

  @BeforeEach
  void threeBoxesAreFilled() {
    hues =
        new Hues(
            Map.of(
                Level.RED, new Shade(152, 1, -1.0),
                Level.YELLOW, new Shade(90, 0.5, -0.5),
                Level.GREEN, new Shade(64, 0.9, -1.1)),
            TRUST);
  }

  /// Yellow beside green in one place closes the gap between the two, and a line that turns with
  /// how strongly they were laid on goes through both.
  @Test
  void placesInTwoColoursDoNotMakeOnePencilOfTwo() {
    for (double hue = 59; hue <= 68; hue += 0.4) {
      place(hue, -1.0 + 0.02 * (places.size() % 5));
    }
    for (double hue = 70; hue < 87; hue += 2) {
      place(hue, -0.9 + (hue - 70) * 0.02);
    }
    for (double hue = 87; hue <= 96; hue += 0.5) {
      place(hue, -0.6 + 0.04 * (places.size() % 5));
    }

    hues.learn(places);

    for (double hue = 87; hue <= 95; hue++) {
      assertThat(chance(Level.YELLOW, hue, -0.5)).as("yellow at %s", hue).isGreaterThan(SURE);
    }
    for (double hue = 60; hue <= 67; hue++) {
      assertThat(chance(Level.GREEN, hue, -1.0)).as("green at %s", hue).isGreaterThan(SURE);
    }
    for (double hue = 74; hue <= 80; hue++) {
      assertThat(chance(Level.YELLOW, hue, -0.7)).as("yellow at %s", hue).isLessThan(SURE);
      assertThat(chance(Level.GREEN, hue, -0.7)).as("green at %s", hue).isLessThan(SURE);
    }
  }

  /// Red laid over yellow is no other yellow.
  @Test
  void aPlaceFarFromEveryBoxDrawsNoPencilToIt() {
    for (double hue : new double[] {88, 89, 90, 90, 91, 92, 106, 117}) {
      place(hue, -0.6);
    }

    hues.learn(places);

    assertThat(chance(Level.YELLOW, 90, -0.5)).isGreaterThan(SURE);
    for (var level : Level.COLOURS) {
      assertThat(chance(level, 106, -0.6)).as("%s", level).isLessThan(SURE);
      assertThat(chance(level, 117, -0.7)).as("%s", level).isLessThan(SURE);
    }
  }

  /// Otherwise a yellow that came out a little greener than its box would be nobody's.
  @Test
  void placesNearTheirBoxSharpenIt() {
    for (int i = 0; i < 12; i++) {
      place(82 + 0.2 * i, -0.6);
      place(64 + 0.2 * i, -1.0);
    }
    double before = chance(Level.YELLOW, 83, -0.6);

    hues.learn(places);

    assertThat(before).isLessThan(SURE);
    assertThat(chance(Level.YELLOW, 83, -0.6)).isGreaterThan(SURE);
    assertThat(chance(Level.GREEN, 65, -1.0)).isGreaterThan(SURE);
  }

  private void place(double hue, double depth) {
    places.add(new Shade(hue, 0.7, depth));
  }

  private double chance(Level level, double hue, double depth) {
    return hues.chances(new Shade(hue, 0.7, depth))[level.ordinal()];
  }
}
