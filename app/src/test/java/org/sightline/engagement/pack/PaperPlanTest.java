package org.sightline.engagement.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlanId;
import org.sightline.contexts.floorplans.Outline;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.kernel.WorkspaceId;

class PaperPlanTest {

  private static final Function<UUID, byte[]> NONE =
      id -> {
        throw new AssertionError("No picture was to be read");
      };

  @Test
  void whatIsNoPictureIsRefused() {
    assertThatThrownBy(
            () -> FaintPicture.of("<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLargePictureIsMadeSmallAndGrey() throws IOException {
    var small = read(FaintPicture.of(png(5000, 2500)));

    assertThat(small.getWidth()).isEqualTo(1200);
    assertThat(small.getHeight()).isEqualTo(600);
    assertThat(small.getColorModel().getNumColorComponents()).isEqualTo(1);
  }

  @Test
  void aClearGroundIsPaperAndNotInk() throws IOException {
    var clear = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(clear, "png", bytes);

    assertThat(read(FaintPicture.of(bytes.toByteArray())).getRGB(5, 5))
        .isEqualTo(Color.WHITE.getRGB());
  }

  @Test
  void aFloorWithoutZonesIsNotPrinted() {
    var plan =
        plan(
            List.of(
                Floor.empty(0, "Ground floor"),
                Floor.empty(1, "Empty floor"),
                Floor.empty(2, "Top floor")),
            List.of(zone(0, "Hall", 0.1, 0.1), zone(2, "Somewhere else", 0.1, 0.1)));

    var floors = new PaperPlan(plan, NONE).floors(1);

    assertThat(floors).extracting(PaperFloor::name).containsExactly("Ground floor", "Top floor");
    assertThat(floors).extracting(PaperFloor::number).containsExactly(1, 2);
    assertThat(floors).extracting(PaperFloor::isLast).containsExactly(false, true);
    assertThat(floors).extracting(PaperFloor::elsewhere).containsExactly(false, true);
  }

  @Test
  void zonesKeepTheirNumbersOverAllFloorsAsOnTheKeyingPage() {
    var plan =
        plan(
            List.of(Floor.empty(0, "Ground floor"), Floor.empty(1, "Upstairs")),
            List.of(
                zone(0, "Hall", 0.1, 0.1), zone(0, "Yard", 0.1, 0.6), zone(1, "Attic", 0.1, 0.1)));

    var upstairs = new PaperPlan(plan, NONE).floors(1).getLast();

    assertThat(upstairs.svg()).contains("Attic", ">3</text>").doesNotContain("Hall");
  }

  @Test
  void aWordOfANameIsNotBrokenWhereItsZoneIsNarrow() {
    var narrow =
        Zone.at(
            0, "Somewhere else", Outline.rectangle(new Corner(0.9, 0.9), new Corner(0.95, 0.98)));

    var floor = new PaperPlan(plan(List.of(Floor.empty(0, "Ground floor")), List.of(narrow)), NONE);

    assertThat(floor.floors(1).getFirst().svg()).contains(">Somewhere</text>", ">else</text>");
  }

  static PlanVersion plan(List<Floor> floors, List<Zone> zones) {
    return new PlanVersion(
        PlanVersionId.random(),
        FloorPlanId.random(),
        WorkspaceId.random(),
        "Invented plan",
        1,
        LocalDate.of(2026, 3, 9),
        floors,
        zones);
  }

  static Zone zone(int floor, String name, double x, double y) {
    return Zone.at(floor, name, Outline.rectangle(new Corner(x, y), new Corner(x + 0.2, y + 0.2)));
  }

  static List<Zone> grid(int columns, int rows, List<String> names) {
    var zones = new ArrayList<Zone>();
    for (int i = 0; i < columns * rows; i++) {
      double x = (i % columns) / (double) columns + 0.01;
      double y = (i / columns) / (double) rows + 0.01;
      zones.add(
          Zone.at(
              0,
              names.get(i % names.size()),
              Outline.rectangle(new Corner(x, y), new Corner(x + 0.9 / columns, y + 0.85 / rows))));
    }
    return zones;
  }

  private static byte[] png(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage read(String uri) throws IOException {
    return ImageIO.read(
        new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))));
  }
}
