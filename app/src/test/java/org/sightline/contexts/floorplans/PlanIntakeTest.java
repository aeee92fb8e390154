package org.sightline.contexts.floorplans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.contexts.floorplans.HostileFiles.declaredPng;
import static org.sightline.contexts.floorplans.HostileFiles.encoded;
import static org.sightline.contexts.floorplans.HostileFiles.quarters;
import static org.sightline.contexts.floorplans.HostileFiles.turnedJpeg;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanIntakeTest {

  private final PlanIntake intake = new PlanIntake(new PlanIntakeProcess());

  @Test
  void anEmptyFileIsRefused() {
    assertThat(refusal(new byte[0], "plan.png")).startsWith("This file is empty");
  }

  @Test
  void moreThanTwentyMegabytesAreRefusedAlsoFromDisk(@TempDir Path folder) throws IOException {
    var heavy = new byte[PlanLimits.MAX_UPLOAD_BYTES + 1];
    var file = Files.write(folder.resolve("plan.png"), heavy);

    assertThat(refusal(heavy, "plan.png")).contains("larger than 20 MB");
    assertThat(intake.take(file, "plan.png", 1))
        .isEqualTo(new Intake.Refused(Flaw.TOO_HEAVY.sentence()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          Just some words                                       | a text file
          <svg xmlns="http://www.w3.org/2000/svg"></svg>        | an SVG drawing
          <?xml version="1.0"?><!-- a --><svg></svg>            | an SVG drawing
          <!DOCTYPE html><p>plan</p>                            | a web page
          GIF89a......                                          | a GIF picture
          RIFF1234WEBPVP8                                       | a WebP picture
          PK34567890                                            | a zip archive
          """,
      delimiter = '|')
  void otherKindsAreRefusedWhateverTheirName(String words, String kind) {
    var file = words.getBytes(StandardCharsets.UTF_8);

    assertThat(refusal(file, "plan.png"))
        .startsWith("The name of this file ends in .png, but it is " + kind);
    assertThat(refusal(file, "plan")).startsWith("This file is " + kind);
  }

  @Test
  void aDrawingInUtf16IsStillADrawing() {
    var svg = "<svg></svg>".getBytes(StandardCharsets.UTF_16);

    assertThat(refusal(svg, "plan.png")).contains("an SVG drawing");
  }

  @Test
  void aPictureOfNineHundredMillionDotsIsRefusedAtOnceWithoutMemory() {
    var bomb = declaredPng(30_000, 30_000, true);
    assertThat(bomb.length).isGreaterThan(2_000_000);
    refusal(declaredPng(30_000, 20_000, false), "warm.png");
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    var before = threads.getCurrentThreadAllocatedBytes();
    var start = System.nanoTime();
    var sentence = refusal(bomb, "plan.png");
    var took = Duration.ofNanos(System.nanoTime() - start);
    var allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(sentence).contains("too many dots");
    assertThat(took).isLessThan(Duration.ofMillis(200));
    assertThat(allocated).isLessThan(100_000);
  }

  @Test
  void aPictureCutShortOrSpoiltIsRefused() {
    var png = encoded(quarters(600, 400), "png");
    var jpeg = encoded(quarters(600, 400), "jpg");
    var spoilt = png.clone();
    spoilt[png.length / 2] ^= 1;

    assertThat(refusal(Arrays.copyOf(png, png.length - 20), "a.png")).contains("damaged");
    assertThat(refusal(spoilt, "a.png")).contains("damaged");
    assertThat(refusal(Arrays.copyOf(jpeg, jpeg.length * 2 / 3), "a.jpg")).contains("damaged");
    assertThat(refusal(Arrays.copyOf(jpeg, 30), "a.jpg")).contains("damaged");
    assertThat(refusal(declaredPng(500, 500, false), "a.png")).contains("damaged");
  }

  @Test
  void tooSmallAndTooThinAreRefused() {
    assertThat(refusal(encoded(quarters(199, 900), "png"), "a.png")).contains("under 200 dots");
    assertThat(refusal(encoded(quarters(900, 199), "jpg"), "a.jpg")).contains("under 200 dots");
    assertThat(refusal(declaredPng(20_000, 300, true), "a.png")).contains("twelve times");
  }

  @Test
  void aPictureHasNoSecondPage() {
    assertThat(intake.take(encoded(quarters(600, 400), "png"), "a.png", 2))
        .isEqualTo(new Intake.Refused(Flaw.NO_SUCH_PAGE.sentence()));
  }

  @Test
  void aFileThatTakesTooLongIsRefusedAndItsProcessEnds() {
    var hurried = new PlanIntake(new PlanIntakeProcess(Duration.ofMillis(20)));

    assertThat(hurried.take(encoded(quarters(600, 400), "png"), "a.png"))
        .isEqualTo(new Intake.Refused(Flaw.TOO_MUCH_WORK.sentence()));
    assertThat(
            ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("PlanIntakeMain")))
        .isEmpty();
  }

  @Test
  void anOrdinaryPictureIsTakenAsItIs() throws IOException {
    var taken = taken(encoded(quarters(600, 400), "png"), "plan.png");

    assertThat(taken.pages()).isEqualTo(1);
    assertThat(taken.picture().width()).isEqualTo(600);
    assertThat(taken.picture().height()).isEqualTo(400);
    assertThat(corners(picture(taken))).isEqualTo("RGBW");
  }

  @Test
  void aPictureJustUnderTheLimitIsReadInTheSmallProcess() throws IOException {
    var taken = taken(declaredPng(9_900, 8_000, true), "plan.png");

    assertThat(taken.picture().width()).isEqualTo(2400);
    assertThat(taken.picture().height()).isEqualTo(1939);
    assertThat(corners(picture(taken))).isEqualTo("WWWW");
  }

  @Test
  void aGreyPictureKeepsItsGreys() throws IOException {
    var grey = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
    for (var i = 0; i < 300 * 300; i++) {
      grey.getRaster().setSample(i % 300, i / 300, 0, 128);
    }

    var read = picture(taken(encoded(grey, "png"), "plan.png"));

    assertThat(read.getRGB(150, 150) & 0xff).isEqualTo(128);
  }

  @Test
  void whatCanBeSeenThroughBecomesWhite() throws IOException {
    var clear = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);

    assertThat(corners(picture(taken(encoded(clear, "png"), "plan.png")))).isEqualTo("WWWW");
  }

  /// The stored picture is red, green / blue, white; each turn is how a viewer shows it.
  @ParameterizedTest
  @CsvSource({
    "1, RGBW", "2, GRWB", "3, WBGR", "4, BWRG", "5, RBGW", "6, BRWG", "7, WGBR", "8, GWRB"
  })
  void aPhotographIsTurnedTheWayItWasHeldAndForgetsItsCamera(int turn, String seen)
      throws IOException {
    var taken = taken(turnedJpeg(quarters(640, 400), turn), "plan.jpg");

    assertThat(corners(picture(taken))).isEqualTo(seen);
    assertThat(taken.picture().width()).isEqualTo(turn < 5 ? 640 : 400);
    assertThat(new String(taken.picture().png(), StandardCharsets.ISO_8859_1))
        .doesNotContain("PLANTED");
  }

  private String refusal(byte[] file, String name) {
    var outcome = intake.take(file, name);
    assertThat(outcome).isInstanceOf(Intake.Refused.class);
    return ((Intake.Refused) outcome).sentence();
  }

  private Intake.Taken taken(byte[] file, String name) {
    var outcome = intake.take(file, name);
    assertThat(outcome).isInstanceOf(Intake.Taken.class);
    return (Intake.Taken) outcome;
  }

  private static BufferedImage picture(Intake.Taken taken) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(taken.picture().png()));
  }

  private static String corners(BufferedImage picture) {
    var right = picture.getWidth() - 20;
    var bottom = picture.getHeight() - 20;
    return ""
        + colour(picture.getRGB(20, 20))
        + colour(picture.getRGB(right, 20))
        + colour(picture.getRGB(20, bottom))
        + colour(picture.getRGB(right, bottom));
  }

  private static char colour(int rgb) {
    var red = (rgb >> 16 & 0xff) > 128;
    var green = (rgb >> 8 & 0xff) > 128;
    var blue = (rgb & 0xff) > 128;
    if (red && green && blue) {
      return 'W';
    }
    return red ? 'R' : green ? 'G' : blue ? 'B' : '?';
  }
}
