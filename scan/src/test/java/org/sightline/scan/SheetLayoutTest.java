package org.sightline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.scan.SheetLayout.PageSize;
import org.sightline.scan.SheetLayout.Zone;
import org.sightline.scan.classroom.Layouts;

class SheetLayoutTest {

  private static final String PLAN =
      """
      {"page": {"width": 297, "height": 210},
       "ticks": [{"id": "Year 7"}, {"id": "Year 8"}],
       "zones": [
         {"id": "hall", "label": "Hall", "polygon": [[0, 0], [60, 0], [60, 40], [0, 40]]},
         {"id": "yard", "label": "Yard", "polygon": [[60, 0], [120, 0], [120, 40]]}]}
      """;

  @Test
  void aZoneThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> LayoutFiles.readPlan(PLAN.replace("yard", "hall")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The file is no plan: Two zones have the id hall.");
  }

  @Test
  void aPlanWithoutZonesIsRefused() {
    assertThatThrownBy(() -> LayoutFiles.readPlan("{\"zones\": []}"))
        .hasMessageContaining("A sheet has 1 to 200 zones, not 0.");
  }

  @Test
  void whatIsNoJsonIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> LayoutFiles.readPlan("{\n \"zones\": [}"))
        .hasMessageStartingWith("The file is no plan: line 2");
  }

  @Test
  void aListThatIsTooLongForThePaperIsRefused() {
    var zones = new ArrayList<Zone>();
    for (int i = 0; i < 150; i++) {
      zones.add(new Zone("z" + i, "Place " + i, List.of()));
    }
    var plan = SheetPlan.of(new PageSize(210, 297), zones);

    assertThatThrownBy(() -> LayingOut.layOut(plan, Paper.A4_LANDSCAPE, "ABCDEFGH"))
        .hasMessage("150 zones do not fit on this paper. Print on A3, or make two lists.");
  }

  @ParameterizedTest
  @EnumSource(Paper.class)
  void everythingStandsOnThePaperAndNothingOnAnythingElse(Paper paper) {
    var layout = LayingOut.layOut(LayoutFiles.readPlan(PLAN), paper, "ABCDEFGH");

    var boxes = new ArrayList<double[]>();
    layout.markers().forEach(it -> boxes.add(new double[] {it.x(), it.y(), it.size(), it.size()}));
    layout.ticks().forEach(it -> boxes.add(new double[] {it.x(), it.y(), it.size(), it.size()}));
    layout.key().forEach(it -> boxes.add(new double[] {it.x(), it.y(), it.width(), it.height()}));
    boxes.add(
        new double[] {layout.qr().x(), layout.qr().y(), layout.qr().size(), layout.qr().size()});
    var hall = new Outline(layout.zones().getFirst().polygon());
    boxes.add(
        new double[] {
          hall.minX(), hall.minY(), hall.maxX() - hall.minX(), hall.maxY() - hall.minY()
        });
    assertThat(layout.markers()).hasSize(8);
    for (double[] one : boxes) {
      assertThat(one[0]).isGreaterThan(5);
      assertThat(one[1]).isGreaterThan(5);
      assertThat(one[0] + one[2]).isLessThan(layout.page().width() - 5);
      assertThat(one[1] + one[3]).isLessThan(LayingOut.tearLine(paper));
      for (double[] other : boxes) {
        boolean apart =
            one == other
                || one[0] + one[2] <= other[0]
                || other[0] + other[2] <= one[0]
                || one[1] + one[3] <= other[1]
                || other[1] + other[3] <= one[1];
        assertThat(apart).as("%s and %s", one, other).isTrue();
      }
    }
  }

  @Test
  void aLayoutComesBackFromItsFileAsItWas() {
    var plan = LayingOut.layOut(LayoutFiles.readPlan(PLAN), Paper.A4_LANDSCAPE, "ABCDEFGH");
    var list = Layouts.list(5, Paper.A3_PORTRAIT, 40);

    assertThat(LayoutFiles.readLayout(LayoutFiles.write(plan))).isEqualTo(plan);
    assertThat(LayoutFiles.readLayout(LayoutFiles.write(list))).isEqualTo(list);
    assertThat(LayoutFiles.write(plan)).contains("\"level\" : \"red\"").doesNotContain("boxes");
  }

  @Test
  void aZoneKeepsItsShapeWhenItIsScaled() {
    var layout = LayingOut.layOut(LayoutFiles.readPlan(PLAN), Paper.A4_PORTRAIT, "ABCDEFGH");

    var hall = new Outline(layout.zones().getFirst().polygon());

    assertThat((hall.maxX() - hall.minX()) / (hall.maxY() - hall.minY()))
        .isCloseTo(1.5, org.assertj.core.data.Offset.offset(0.01));
  }

  @Test
  void zonesWithoutShapesMakeAList() {
    var plan = LayoutFiles.readPlan("{\"zones\": [{\"id\": \"a\", \"label\": \"Hall\"}]}");

    var layout = LayingOut.layOut(plan, Paper.of(plan.page()), "ABCDEFGH");

    assertThat(layout.isList()).isTrue();
    assertThat(layout.boxes()).extracting(SheetLayout.LevelBox::level).isEqualTo(Level.COLOURS);
  }
}
