package org.sightline.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.scan.SheetLayout.Zone;

class LabelPlaceTest {

  @Test
  void aWordThatIsTooLongIsBrokenAndStaysInItsZone() {
    var box = List.of(new Point(0, 0), new Point(14, 0), new Point(14, 14), new Point(0, 14));

    var place = LabelPlace.of(new Zone("z", "5. " + "Anextremelylongname".repeat(3), box));

    assertThat(place.halfWidth()).isLessThan(7);
    assertThat(place.halfHeight()).isLessThan(12);
    assertThat(String.join("", place.lines())).isEqualTo("5." + "Anextremelylongname".repeat(3));
  }
}
