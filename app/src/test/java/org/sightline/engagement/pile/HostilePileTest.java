package org.sightline.engagement.pile;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.sightline.audit.Processes;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.kernel.Role;
import org.sightline.scan.Refusal;
import org.sightline.scan.classroom.BadPictures;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;
import org.sightline.testing.SightlineTest;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;
import org.springframework.beans.factory.annotation.Autowired;

/// One pile with everything that can be wrong with a file: each gets its sentence, the rest goes on
/// (issue 5, Bad input).
@SightlineTest
class HostilePileTest {

  @Autowired private TestPeople people;
  @Autowired private TestRounds rounds;
  @Autowired private PrintedPages pages;
  @Autowired private Processes processes;

  @Test
  void eachFileGetsItsSentenceAndTheRestOfThePileGoesOn() throws Exception {
    var session = rounds.anOpenSession(rounds.aRound());
    var owner = people.signedIn(Role.ROUND_OWNER);
    var pile = "/engagement/sessions/" + session.id() + "/pile";
    byte[] pdf =
        owner
            .post(
                "/engagement/sessions/" + session.id() + "/pack/printing",
                "part",
                "plan-sheets",
                "plan-sheets",
                "9")
            .response()
            .body();
    var expected = new LinkedHashMap<String, Refusal>();
    var files = files(new Classroom(pages, processes, rounds.owner(), session.id()), pdf, expected);

    files.forEach((name, bytes) -> owner.drop(pile + "/files", name, bytes));
    var end = System.nanoTime() + 120_000_000_000L;
    while (owner.get(pile).page().select("#pile[data-reading=yes]").size() == 1) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(200);
    }

    var page = owner.get(pile).page();
    var said =
        page.select(".pile__refused li").stream()
            .collect(
                Collectors.toMap(
                    line -> line.select("strong").text(),
                    line -> line.text().replace(line.select("strong").text(), "").strip()));
    expected.forEach(
        (name, refusal) ->
            assertThat(said).as("%s: %s", name, said).containsEntry(name, refusal.sentence()));
    boolean screen = said.remove("screen.jpg") == null;
    assertThat(said.keySet()).isEqualTo(expected.keySet());
    int counted =
        Integer.parseInt(page.select("[data-staged]").text())
            + page.select("[data-waiting]").eachText().stream().mapToInt(Integer::parseInt).sum();
    assertThat(counted)
        .as("good, wrong extension, four inks, upside down, and a screen or its sentence")
        .isEqualTo(screen ? 5 : 4);
  }

  private static Map<String, byte[]> files(
      Classroom classroom, byte[] pdf, Map<String, Refusal> expected) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var document = Loader.loadPDF(pdf)) {
      Function<Integer, BufferedImage> sheet = number -> image(classroom, document, number);
      byte[] good = Spoiling.jpeg(sheet.apply(0), 0.85f);
      files.put("good.jpg", good);
      files.put(
          "photo.heic", "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
      expected.put("photo.heic", Refusal.HEIC);
      files.put("moves.gif", "GIF89a and so on".getBytes(StandardCharsets.US_ASCII));
      expected.put("moves.gif", Refusal.ANIMATED);
      byte[] other = Spoiling.jpeg(sheet.apply(1), 0.85f);
      files.put("cut.jpg", Arrays.copyOf(other, other.length / 2));
      expected.put("cut.jpg", Refusal.DAMAGED);
      files.put("really-png.pdf", png(sheet.apply(2)));
      files.put("inks.jpg", BadPictures.inks(sheet.apply(3)));
      files.put("claims.png", BadPictures.claiming(30_000, 30_000));
      expected.put("claims.png", Refusal.TOO_MANY_PIXELS);
      files.put("bomb.pdf", huge());
      expected.put("bomb.pdf", Refusal.TOO_MANY_PIXELS);
      files.put("locked.pdf", locked());
      expected.put("locked.pdf", Refusal.PASSWORD);
      files.put("upside-down.jpg", Spoiling.jpeg(turned(sheet.apply(4)), 0.85f));
      files.put("back.jpg", Spoiling.jpeg(blank(), 0.85f));
      expected.put("back.jpg", Refusal.BLANK_PAGE);
      files.put("two.jpg", Spoiling.jpeg(beside(sheet.apply(5), sheet.apply(6)), 0.85f));
      expected.put("two.jpg", Refusal.TWO_SHEETS);
      files.put("screen.jpg", Spoiling.jpeg(moire(sheet.apply(7)), 0.85f));
      files.put("markers.jpg", Spoiling.jpeg(paintedOver(sheet.apply(8)), 0.85f));
      expected.put("markers.jpg", Refusal.TOO_FEW_MARKERS);
      files.put("once-more.jpg", Spoiling.jpeg(sheet.apply(0), 0.6f));
      expected.put("once-more.jpg", Refusal.SAME_SHEET);
    }
    return files;
  }

  private static BufferedImage image(Classroom classroom, PDDocument document, int number) {
    try {
      PaperSheet paper = classroom.paper(document, number).paper();
      new Child(70 + number).colour(paper);
      return Spoiling.untouched(paper);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static BufferedImage turned(BufferedImage image) {
    var turned =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    var pen = turned.createGraphics();
    pen.rotate(Math.PI, image.getWidth() / 2.0, image.getHeight() / 2.0);
    pen.drawImage(image, 0, 0, null);
    pen.dispose();
    return turned;
  }

  private static BufferedImage blank() {
    var image = new BufferedImage(1290, 910, BufferedImage.TYPE_3BYTE_BGR);
    var pen = image.createGraphics();
    pen.setColor(new java.awt.Color(250, 249, 246));
    pen.fillRect(0, 0, 1290, 910);
    pen.dispose();
    return image;
  }

  private static BufferedImage beside(BufferedImage one, BufferedImage other) {
    var both =
        new BufferedImage(
            one.getWidth(), one.getHeight() + other.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    var pen = both.createGraphics();
    pen.drawImage(one, 0, 0, null);
    pen.drawImage(other, 0, one.getHeight(), null);
    pen.dispose();
    return both;
  }

  private static BufferedImage moire(BufferedImage image) {
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        double wave = 1 - 0.12 * (1 + Math.sin(x * 0.9 + y * 0.13) * Math.sin(y * 0.83));
        int rgb = image.getRGB(x, y);
        int red = (int) ((rgb >> 16 & 255) * wave);
        int green = (int) ((rgb >> 8 & 255) * wave);
        image.setRGB(x, y, red << 16 | green << 8 | (int) ((rgb & 255) * wave));
      }
    }
    return image;
  }

  /// Felt pen over all the black squares but two.
  private static BufferedImage paintedOver(BufferedImage image) {
    var pen = image.createGraphics();
    pen.setColor(new java.awt.Color(190, 30, 40));
    int edge = (int) (22 / 25.4 * 110);
    int low = (int) (image.getHeight() - 36 / 25.4 * 110);
    pen.fillRect(0, 0, edge, low);
    pen.fillRect(0, low - edge, image.getWidth(), edge);
    pen.dispose();
    return image;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static byte[] locked() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return saved(document);
    }
  }

  private static byte[] huge() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage(new PDRectangle(14_400, 14_400)));
      return saved(document);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    var bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }
}
