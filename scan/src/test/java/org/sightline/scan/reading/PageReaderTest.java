package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.scan.Crops;
import org.sightline.scan.Level;
import org.sightline.scan.Paper;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetReading;
import org.sightline.scan.SheetReading.Read;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.SheetReading.ZoneReading;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;
import org.sightline.scan.classroom.Truth;

/// Refusals first; what works is counted in [TrialsTest].
class PageReaderTest {

  private static final SheetLayout LAYOUT = Layouts.school(901, Paper.A4_PORTRAIT, 18);
  private static final PaperSheet PRINTED = PaperSheet.printed(LAYOUT, "ABCDEFGH23", 150);
  private static final PaperSheet COLOURED = PRINTED.copy();
  private static final Truth TRUTH = new Child(902).colour(COLOURED);
  private static final PageReader READER = new PageReader(List.of(LAYOUT));

  @Test
  void aPictureThatIsTooSmallIsRefused() {
    assertThat(why(new BufferedImage(400, 600, BufferedImage.TYPE_3BYTE_BGR)))
        .isEqualTo(Refusal.TOO_FEW_PIXELS);
  }

  @Test
  void theBackOfASheetIsRefused() {
    assertThat(why(changed(image(), graphics -> {}, Color.WHITE))).isEqualTo(Refusal.BLANK_PAGE);
  }

  @Test
  void aPageOfSomethingElseIsRefused() {
    var page =
        changed(
            image(),
            graphics -> {
              graphics.setColor(Color.BLACK);
              for (int line = 0; line < 40; line++) {
                graphics.fillRect(100, 60 + 40 * line, 700, 12);
              }
            },
            new Color(255, 250, 240));

    assertThat(why(page)).isEqualTo(Refusal.TOO_FEW_MARKERS);
  }

  @Test
  void aSheetOfWhichThreeMarkersShowIsRefused() {
    int right = image().getWidth();
    int low = image().getHeight();
    var page = changed(image(), graphics -> graphics.fillRect(0, 150, right, low), null);

    assertThat(why(page)).isEqualTo(Refusal.TOO_FEW_MARKERS);
  }

  @Test
  void aGreyScanIsRefused() {
    var grey =
        new BufferedImage(image().getWidth(), image().getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    grey.createGraphics().drawImage(image(), 0, 0, null);
    var asColour = changed(image(), graphics -> graphics.drawImage(grey, 0, 0, null), Color.WHITE);

    assertThat(why(grey)).isEqualTo(Refusal.GREY);
    assertThat(why(asColour)).isEqualTo(Refusal.GREY);
  }

  @Test
  void aHiddenCodeIsRefusedAndNeverGuessed() {
    var qr = LAYOUT.qr();
    double per = PRINTED.perMillimetre;
    var page =
        changed(
            image(),
            graphics -> {
              graphics.setColor(new Color(200, 150, 120));
              graphics.fillRect(
                  (int) (qr.x() * per), (int) (qr.y() * per), (int) (11 * per), (int) (20 * per));
            },
            null);

    assertThat(why(page)).isEqualTo(Refusal.CODE_HIDDEN);
  }

  @Test
  void aSheetWhoseCodeIsOutsideThePictureIsRefused() {
    var whole = image();
    int from = (int) ((LAYOUT.qr().y() + LAYOUT.qr().size() + 3) * PRINTED.perMillimetre);
    var part =
        new BufferedImage(whole.getWidth(), whole.getHeight() - from, BufferedImage.TYPE_3BYTE_BGR);
    part.createGraphics().drawImage(whole, 0, -from, null);

    assertThat(why(part)).isEqualTo(Refusal.NOT_WHOLE);
  }

  @Test
  void aSheetOfAnotherLayoutIsRefusedWithItsSheet() {
    var other = new PageReader(List.of(Layouts.school(7, Paper.A4_PORTRAIT, 18)));
    var landscape = new PageReader(List.of(Layouts.school(7, Paper.A3_LANDSCAPE, 18)));

    for (var reader : List.of(other, landscape)) {
      var reading = (Refused) reader.read(Picture.of(image()), Crops.NONE);

      assertThat(reading.why()).isEqualTo(Refusal.OTHER_LAYOUT);
      assertThat(reading.sheet()).isEqualTo("ABCDEFGH23");
    }
  }

  @Test
  void twoSheetsInOnePictureAreRefused() {
    var one = image();
    var both =
        new BufferedImage(2 * one.getWidth() + 40, one.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    var graphics = both.createGraphics();
    graphics.drawImage(one, 0, 0, null);
    graphics.drawImage(one, one.getWidth() + 40, 0, null);

    assertThat(why(both)).isEqualTo(Refusal.TWO_SHEETS);
  }

  /// No marker of the second is also seen of the first: only their places tell them apart.
  @Test
  void aSheetLyingTheWrongWayUpOverTheLowerHalfOfAnotherIsTwo() {
    var first = image();
    var second = turned(image(PaperSheet.printed(LAYOUT, "BBBBBBBB33", 150)), 2);
    first.createGraphics().drawImage(second, 0, first.getHeight() * 3 / 5, null);

    assertThat(why(first)).isEqualTo(Refusal.TWO_SHEETS);
  }

  @Test
  void aPlaceThatIsBlackedOutIsForAPerson() {
    assertForAPerson(new Color(45, 44, 46), "black");
  }

  /// A slip of paper, or a lamp mirrored in the page: nobody knows what is beneath.
  @Test
  void aPlaceOverWhichSomethingWhiteLiesIsForAPerson() {
    assertForAPerson(new Color(253, 253, 252), "label");
  }

  /// Of a blank sheet one place is covered: that is in doubt and says why, and no other is.
  private static void assertForAPerson(Color over, String why) {
    var place = LAYOUT.zones().get(4);
    var sheet = PRINTED.copy();
    double per = sheet.perMillimetre;
    var corners = new Path2D.Double();
    corners.moveTo(place.polygon().getFirst().x() * per, place.polygon().getFirst().y() * per);
    place.polygon().forEach(corner -> corners.lineTo(corner.x() * per, corner.y() * per));
    var page =
        changed(
            image(sheet),
            graphics -> {
              graphics.setColor(over);
              graphics.fill(corners);
            },
            null);

    var read = (Read) READER.read(Picture.of(page), Crops.NONE);

    assertThat(read.zones().get(4).level()).isNull();
    assertThat(read.zones().get(4).doubt()).contains(why);
    assertThat(read.zones()).filteredOn(zone -> zone.level() == Level.BLANK).hasSize(17);
  }

  @Test
  void markersThatAreColouredOverAreMissedUntilThereAreTooFew() {
    var three = COLOURED.copy();
    paint(three, 3);
    var five = COLOURED.copy();
    paint(five, 5);

    assertThat(READER.read(Picture.of(image(three)), Crops.NONE)).isInstanceOf(Read.class);
    assertThat(why(image(five))).isEqualTo(Refusal.TOO_FEW_MARKERS);
  }

  @Test
  void aSheetIsReadWhicheverWayItLies() {
    var upright = levels(image());

    for (int quarters = 1; quarters < 4; quarters++) {
      assertThat(levels(turned(image(), quarters))).isEqualTo(upright);
    }
  }

  @Test
  void aSheetThatIsWhiteAndCleanIsBlankEverywhere() {
    assertThat(levels(image(PRINTED))).containsOnly("BLANK");
  }

  @Test
  void whatWasColouredIsRead() {
    var read = (Read) READER.read(Picture.of(image()), Crops.NONE);

    assertThat(read.sheet()).isEqualTo("ABCDEFGH23");
    for (var zone : read.zones()) {
      if (zone.level() != null) {
        assertThat(zone.level())
            .as(zone.toString())
            .isEqualTo(TRUTH.levels().get(zone.id()).level());
      }
    }
    assertThat(read.zones().stream().filter(zone -> zone.level() == null).count()).isLessThan(3);
  }

  @Test
  void aLetterIsForAPersonAndTwoColoursAreToo() {
    for (int seed = 0; seed < 6; seed++) {
      var sheet = PRINTED.copy();
      var truth = new Child(seed).difficult(sheet);
      var read = (Read) READER.read(Picture.of(image(sheet)), Crops.DOUBTFUL);

      for (var zone : read.zones()) {
        if (truth.levels().get(zone.id()).forAPerson()) {
          assertThat(zone.level())
              .as("%d %s %s", seed, zone, truth.levels().get(zone.id()))
              .isNull();
          assertThat(zone.crop()).isNotNull();
        }
      }
    }
  }

  @Test
  void aKeyThatIsEmptyFallsBackToUsualPencils() {
    var sheet = PRINTED.copy();
    var truth = new Child(17).withoutKey().colour(sheet);

    var read = (Read) READER.read(Picture.of(image(sheet)), Crops.NONE);

    for (var zone : read.zones()) {
      if (zone.level() != null) {
        assertThat(zone.level()).isEqualTo(truth.levels().get(zone.id()).level());
      }
    }
  }

  /// A red that is green at the top and red below, or the other way round, is nobody's guess.
  @ParameterizedTest
  @CsvSource({"GREEN, YELLOW, RED", "YELLOW, RED, GREEN", "RED, GREEN, YELLOW"})
  void whereKeyBoxesAreFilledTheWrongWayRoundAPersonSaysWhatWasMeant(
      Level red, Level yellow, Level green) {
    var filled = List.of(red, yellow, green);
    for (int seed = 20; seed < 24; seed++) {
      var sheet = PRINTED.copy();
      var truth = new Child(seed).fillingKey(red, yellow, green).colour(sheet);

      for (var zone : read(sheet)) {
        var meant = truth.levels().get(zone.id()).level();
        boolean isWrongBox = meant != Level.BLANK && filled.get(meant.ordinal()) != meant;
        assertThat(zone.level())
            .as("%d %s meant %s", seed, zone, meant)
            .isIn(isWrongBox ? Collections.singleton(null) : Arrays.asList(meant, null));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "BLANK", mode = EnumSource.Mode.EXCLUDE)
  void whereAllKeyBoxesAreFilledWithOnePencilAPersonSaysWhatWasMeant(Level one) {
    var sheet = PRINTED.copy();
    var truth = new Child(21).fillingKey(one, one, one).colour(sheet);

    var zones = read(sheet);

    for (var zone : zones) {
      if (zone.level() != null) {
        assertThat(zone.level()).as(zone.toString()).isEqualTo(Level.BLANK);
        assertThat(truth.levels().get(zone.id()).level()).isEqualTo(Level.BLANK);
      }
    }
    assertThat(zones)
        .anyMatch(
            zone -> zone.doubt() != null && zone.doubt().startsWith("The box at the top for"));
  }

  /// Otherwise it would load only half of what reading needs.
  @Test
  void whatAProcessReadsWhileItWaitsIsAWholeSheet() throws IOException {
    assertThat(Warming.warm()).isInstanceOf(Read.class);
  }

  private static List<ZoneReading> read(PaperSheet sheet) {
    return ((Read) READER.read(Picture.of(image(sheet)), Crops.NONE)).zones();
  }

  private static List<String> levels(BufferedImage image) {
    var reading = READER.read(Picture.of(image), Crops.NONE);
    assertThat(reading).isInstanceOf(Read.class);
    return ((Read) reading).zones().stream().map(zone -> String.valueOf(zone.level())).toList();
  }

  private static Refusal why(BufferedImage image) {
    SheetReading reading = READER.read(Picture.of(image), Crops.NONE);
    assertThat(reading).isInstanceOf(Refused.class);
    return ((Refused) reading).why();
  }

  private static void paint(PaperSheet sheet, int markers) {
    for (var marker : LAYOUT.markers().subList(0, markers)) {
      for (double x = marker.x() - 1; x < marker.x() + marker.size() + 1; x += 0.1) {
        for (double y = marker.y() - 1; y < marker.y() + marker.size() + 1; y += 0.1) {
          int at =
              3 * ((int) (y * sheet.perMillimetre) * sheet.width + (int) (x * sheet.perMillimetre));
          sheet.light[at] = 0.7f;
          sheet.light[at + 1] = 0.1f;
          sheet.light[at + 2] = 0.1f;
        }
      }
    }
  }

  private static BufferedImage image() {
    return image(COLOURED);
  }

  private static BufferedImage image(PaperSheet sheet) {
    return Spoiling.untouched(sheet);
  }

  private static BufferedImage changed(
      BufferedImage image, Consumer<Graphics2D> change, @Nullable Color onto) {
    var graphics = image.createGraphics();
    graphics.setColor(onto == null ? Color.WHITE : onto);
    if (onto != null) {
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }
    change.accept(graphics);
    graphics.dispose();
    return image;
  }

  private static BufferedImage turned(BufferedImage image, int quarters) {
    var turned = image;
    for (int i = 0; i < quarters; i++) {
      var by = new AffineTransform(0, 1, -1, 0, turned.getHeight(), 0);
      var next =
          new BufferedImage(turned.getHeight(), turned.getWidth(), BufferedImage.TYPE_3BYTE_BGR);
      new AffineTransformOp(by, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(turned, next);
      turned = next;
    }
    return turned;
  }
}
