package org.sightline.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.scan.SheetReading.Read;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.classroom.BadPdfs;
import org.sightline.scan.classroom.BadPictures;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;
import org.sightline.scan.classroom.Truth;
import org.sightline.scan.elsewhere.Camera;
import org.sightline.scan.elsewhere.Scene;

/// One pile of everything that goes wrong with files, pictures and sheets. What a person is told of
/// each stands in refusals.txt; the rest of the pile goes on. The pictures are made here and are
/// left in `target/refusals` for whoever wants to look at them.
class RefusalsTest {

  private static final SheetLayout LAYOUT = Layouts.school(31, Paper.A4_PORTRAIT, 12);
  private static final SheetLayout OTHER = Layouts.school(32, Paper.A4_PORTRAIT, 12);
  private static final String ELSEWHERE = "ZZZZZZZZ99";
  private static final Path PILE = Path.of("target", "refusals");
  private static final Map<String, Truth> MEANT = new HashMap<>();
  private static final Map<String, PageReading> READ = new HashMap<>();

  @TempDir private static Path temporary;

  private static int sheets;

  private record Row(String file, String what, String said) {

    @Override
    public String toString() {
      return what;
    }
  }

  static List<Row> table() {
    try (var text = RefusalsTest.class.getResourceAsStream("refusals.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\\|"))
          .map(cells -> new Row(cells[0].strip(), cells[1].strip(), cells[2].strip()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void makeAPileAndReadIt() throws IOException {
    Files.createDirectories(PILE);
    try (Stream<Path> old = Files.list(PILE)) {
      for (var file : old.toList()) {
        Files.delete(file);
      }
    }
    makeFiles();
    makeHostile();
    makePdfs();
    makeSheets();
    var files = table().stream().map(row -> PILE.resolve(row.file)).toList();
    for (var page :
        SheetReader.of(List.of(LAYOUT))
            .onlyOf(sheet -> !sheet.equals(ELSEWHERE))
            .read(files, page -> {})) {
      READ.putIfAbsent(page.file().getFileName().toString(), page);
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void isNamedInASentence(Row row) {
    var page = READ.get(row.file);

    assertThat(page).as(row.file).isNotNull();
    assertThat(said(page.reading())).isEqualTo(row.said);
  }

  @ParameterizedTest
  @MethodSource("table")
  void whatIsReadIsReadAsItWasMeant(Row row) {
    var meant = MEANT.get(row.file);
    if (meant != null && READ.get(row.file).reading() instanceof Read read) {
      for (var zone : read.zones()) {
        if (zone.level() != null) {
          assertThat(zone.level())
              .as(zone.toString())
              .isEqualTo(meant.levels().get(zone.id()).level());
        }
      }
      assertThat(read.zones()).filteredOn(zone -> zone.level() == null).hasSizeLessThan(4);
    }
  }

  @Test
  void everyRefusalIsInTheTable() {
    var said = table().stream().map(Row::said).toList();

    var never = Stream.of(Refusal.values()).filter(why -> !said.contains(why.sentence())).toList();

    // What draws for ever and what nothing opens are in SheetReaderTest; no file was found that
    // brings about the others.
    assertThat(never)
        .containsExactlyInAnyOrder(
            Refusal.TOO_LONG, Refusal.NOT_OPENED, Refusal.NO_SUCH_PAGE, Refusal.FAILED);
  }

  @Test
  void everySentenceSaysWhatToDoOrThatNothingIsToBeDone() {
    for (var why : Refusal.values()) {
      assertThat(why.sentence()).endsWith(".").doesNotContain("null", "exception", "Exception");
      assertThat(why.sentence().length()).isBetween(20, 260);
    }
  }

  private static String said(SheetReading reading) {
    return switch (reading) {
      case Read read -> "Read";
      case Refused refused -> refused.reason();
    };
  }

  private static void makeFiles() throws IOException {
    Files.createDirectories(PILE.resolve("directory"));
    Files.createSymbolicLink(
        PILE.resolve("link.jpg"), temporary.resolve("linked.jpg").toAbsolutePath());
    Files.write(temporary.resolve("linked.jpg"), jpeg(coloured("link.jpg")));
    Files.createSymbolicLink(PILE.resolve("nowhere.jpg"), temporary.resolve("nothing.jpg"));
    write("empty.png", new byte[0]);
    try (var vast = new RandomAccessFile(PILE.resolve("vast.jpg").toFile(), "rw")) {
      vast.setLength(501_000_000);
    }
    write("photo.heic", "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
    write("words.jpg", "Not a picture at all".getBytes(StandardCharsets.UTF_8));
    write("moves.gif", "GIF89a and so on".getBytes(StandardCharsets.US_ASCII));
  }

  private static void makeHostile() throws IOException {
    write("moves.png", BadPictures.moving());
    write("moves.webp", BadPictures.movingWebp());
    write("bomb.png", BadPictures.claiming(30_000, 30_000));
    var sheet = Spoiling.untouched(coloured("sheet.pdf"));
    write("sixteen.png", BadPictures.deep(5_900, 5_900));
    write("sheet.pdf", BadPictures.as("png", sheet));
    write("cut.jpg", half(Spoiling.jpeg(sheet, 0.85f)));
    write("cut.png", half(BadPictures.as("png", sheet)));
    write("cut.tif", half(BadPictures.tiff(List.of(sheet))));
    byte[] webp = webp();
    write("sheet.webp", webp);
    MEANT.put("sheet.webp", new Child(39).colour(PaperSheet.printed(LAYOUT, "WEBPWEBP22", 120)));
    write("cut.webp", half(webp));
    write("inks.jpg", BadPictures.inks(Spoiling.untouched(coloured("inks.jpg"))));
    var speck = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);
    write("pages.tif", BadPictures.tiff(Collections.nCopies(201, speck)));
    var small = new BufferedImage(300, 424, BufferedImage.TYPE_3BYTE_BGR);
    small.createGraphics().drawImage(sheet, 0, 0, 300, 424, null);
    write("small.png", BadPictures.as("png", small));
  }

  private static void makePdfs() throws IOException {
    write("locked.pdf", BadPdfs.locked());
    write("pages.pdf", BadPdfs.emptyPages(201));
    write("no-pages.pdf", BadPdfs.emptyPages(0));
    write("huge.pdf", BadPdfs.hugePage());
    write("form.pdf", BadPdfs.hugeInAForm());
    write("inside.pdf", BadPdfs.hugeInThePage());
    write("unpacking.pdf", BadPdfs.unpacking());
    write("unpacking-form.pdf", BadPdfs.unpackingInAForm());
    write("pattern.pdf", BadPdfs.unpackingInAPattern());
    write("letter.pdf", BadPdfs.unpackingInALetter());
    write("dots.pdf", BadPdfs.unpackingInAPicture());
    write("cut.pdf", half(BadPdfs.of(Spoiling.untouched(coloured("cut.pdf")))));
  }

  private static void makeSheets() throws IOException {
    write("good-first.jpg", jpeg(coloured("good-first.jpg")));
    write("twice.jpg", Files.readAllBytes(PILE.resolve("good-first.jpg")));
    write("good-last.jpg", jpeg(coloured("good-last.jpg")));
    write(
        "upside-down.jpg",
        Spoiling.jpeg(
            BadPictures.upsideDown(Spoiling.untouched(coloured("upside-down.jpg"))), 0.8f));
    write("grey.jpg", Spoiling.jpeg(BadPictures.grey(Spoiling.untouched(coloured("-"))), 0.8f));
    write("back.jpg", Spoiling.jpeg(BadPictures.backOf(coloured("-"), 5), 0.8f));
    write("markers.jpg", Spoiling.jpeg(BadPictures.colouredOver(coloured("-"), 5), 0.8f));
    var whole = Spoiling.untouched(coloured("-"));
    int from = whole.getHeight() / 5;
    write(
        "part.jpg",
        Spoiling.jpeg(
            copy(whole.getSubimage(0, from, whole.getWidth(), whole.getHeight() - from)), 0.8f));
    write(
        "two.jpg",
        Spoiling.jpeg(BadPictures.sideBySide(whole, Spoiling.untouched(coloured("-"))), 0.8f));
    write("bent.jpg", Spoiling.jpeg(wave(coloured("-")), 0.8f));
    write("blurred.jpg", Spoiling.jpeg(BadPictures.blurred(whole, 2), 0.8f));
    write("hidden.jpg", Spoiling.jpeg(thumbOnCode(coloured("-")), 0.8f));
    write("foreign.jpg", Spoiling.jpeg(foreign(coloured("-")), 0.8f));
    write("other-layout.jpg", jpeg(PaperSheet.printed(OTHER, "AAAAAAAA22", 120)));
    write("other-session.jpg", jpeg(PaperSheet.printed(LAYOUT, ELSEWHERE, 120)));
    write(
        "screen.jpg",
        new Camera(77, Scene.usual().tilted(8).shaded(0))
            .photograph(BadPictures.onScreen(coloured("screen.jpg", 200))));
  }

  private static PaperSheet coloured(String file) {
    return coloured(file, 120);
  }

  private static PaperSheet coloured(String file, int dotsPerInch) {
    var random = new SplittableRandom(++sheets);
    var sheet = PaperSheet.printed(LAYOUT, Layouts.letters(random, 10), dotsPerInch);
    MEANT.put(file, new Child(40 + sheets).colour(sheet));
    return sheet;
  }

  private static byte[] jpeg(PaperSheet sheet) {
    return Spoiling.jpeg(Spoiling.untouched(sheet), 0.85f);
  }

  /// Made by a browser, for Java writes none: the sheet WEBPWEBP22, coloured by the child 39.
  private static byte[] webp() throws IOException {
    try (var file = RefusalsTest.class.getResourceAsStream("sheet.webp")) {
      return file.readAllBytes();
    }
  }

  private static BufferedImage copy(BufferedImage part) {
    var copy = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    copy.createGraphics().drawImage(part, 0, 0, null);
    return copy;
  }

  /// Every column moved up or down by up to three millimetres, three waves to a hand's breadth.
  private static BufferedImage wave(PaperSheet sheet) {
    var flat = Spoiling.untouched(sheet);
    var bent = new BufferedImage(flat.getWidth(), flat.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    for (int x = 0; x < flat.getWidth(); x++) {
      double shift = 3 * Math.sin(x / sheet.perMillimetre / 28 * 2 * Math.PI);
      for (int y = 0; y < flat.getHeight(); y++) {
        int from = (int) Math.round(y + shift * sheet.perMillimetre);
        bent.setRGB(x, y, from < 0 || from >= flat.getHeight() ? -1 : flat.getRGB(x, from));
      }
    }
    return bent;
  }

  private static BufferedImage thumbOnCode(PaperSheet sheet) {
    var qr = LAYOUT.qr();
    double per = sheet.perMillimetre;
    return BadPictures.changed(
        sheet,
        graphics -> {
          graphics.setColor(new Color(205, 150, 120));
          graphics.fillOval(
              (int) (qr.x() * per), (int) (qr.y() * per), (int) (14 * per), (int) (19 * per));
        });
  }

  private static BufferedImage foreign(PaperSheet sheet) {
    var qr = LAYOUT.qr();
    double per = sheet.perMillimetre;
    return BadPictures.changed(
        sheet,
        graphics -> {
          try {
            var squares = Encoder.encode("LIBRARY BOOK 4711", ErrorCorrectionLevel.Q).getMatrix();
            double side = qr.size() * per / squares.getWidth();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(
                (int) (qr.x() * per) - 2,
                (int) (qr.y() * per) - 2,
                (int) (qr.size() * per) + 4,
                (int) (qr.size() * per) + 4);
            graphics.setColor(Color.BLACK);
            for (int row = 0; row < squares.getHeight(); row++) {
              for (int column = 0; column < squares.getWidth(); column++) {
                if (squares.get(column, row) == 1) {
                  graphics.fill(
                      new java.awt.geom.Rectangle2D.Double(
                          qr.x() * per + column * side, qr.y() * per + row * side, side, side));
                }
              }
            }
          } catch (WriterException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static byte[] half(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  private static void write(String name, byte[] content) throws IOException {
    Files.write(PILE.resolve(name), content);
  }
}
