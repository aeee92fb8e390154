package org.sightline.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.scan.SheetReading.Read;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;

/// Piles of files, some hostile. Refusals first.
class SheetReaderTest {

  private static final SheetLayout LAYOUT = Layouts.school(31, Paper.A4_PORTRAIT, 12);
  private static final List<String> SHEETS = List.of("AAAAAAAA22", "BBBBBBBB33", "CCCCCCCC44");

  @TempDir private static Path pile;

  private static final List<BufferedImage> IMAGES = new ArrayList<>();

  @BeforeAll
  static void makeAPile() throws IOException {
    for (int i = 0; i < SHEETS.size(); i++) {
      var sheet = PaperSheet.printed(LAYOUT, SHEETS.get(i), 120);
      new Child(40 + i).colour(sheet);
      IMAGES.add(Spoiling.untouched(sheet));
      Files.write(pile.resolve("sheet" + i + ".jpg"), Spoiling.jpeg(IMAGES.get(i), 0.85f));
    }
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsRead() throws IOException {
    byte[] jpeg = Files.readAllBytes(file("sheet0.jpg"));
    var files =
        List.of(
            pile.resolve("gone.jpg"),
            written("empty.png", new byte[0]),
            written(
                "photo.heic",
                "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1)),
            written("words.jpg", "Not a picture at all".getBytes(StandardCharsets.UTF_8)),
            written("moves.gif", "GIF89a and so on".getBytes(StandardCharsets.US_ASCII)),
            written("cut.jpg", java.util.Arrays.copyOf(jpeg, jpeg.length / 2)),
            written("bomb.png", png(30_000, 30_000)),
            written("locked.pdf", locked()),
            written("pages.pdf", emptyPages(201)),
            written("huge.pdf", hugePage()),
            written("broken.pdf", "%PDF-1.7 nothing more".getBytes(StandardCharsets.US_ASCII)),
            file("sheet0.jpg"));

    var pages = SheetReader.of(List.of(LAYOUT)).read(files, page -> {});

    assertThat(pages)
        .extracting(page -> why(page.reading()))
        .containsExactly(
            Refusal.NO_FILE,
            Refusal.EMPTY,
            Refusal.HEIC,
            Refusal.NOT_A_PICTURE,
            Refusal.ANIMATED,
            Refusal.DAMAGED,
            Refusal.TOO_MANY_PIXELS,
            Refusal.PASSWORD,
            Refusal.TOO_MANY_PAGES,
            Refusal.TOO_MANY_PIXELS,
            Refusal.DAMAGED,
            null);
    assertThat(pages).extracting(PageReading::file).isEqualTo(files);
  }

  @Test
  void aPageThatTakesTooLongEndsItsProcessAndNotThePile() {
    var pages =
        SheetReader.of(List.of(LAYOUT))
            .within(Duration.ofMillis(1))
            .inProcesses(1)
            .read(List.of(file("sheet0.jpg"), file("sheet1.jpg")), page -> {});

    assertThat(pages)
        .extracting(page -> why(page.reading()))
        .containsExactly(Refusal.TOO_LONG, Refusal.TOO_LONG);
  }

  @Test
  void theSameSheetTwiceIsCountedOnce() throws IOException {
    var again = written("again.jpg", Files.readAllBytes(file("sheet1.jpg")));

    var pages =
        SheetReader.of(List.of(LAYOUT))
            .read(List.of(file("sheet1.jpg"), file("sheet2.jpg"), again), page -> {});

    assertThat(why(pages.getLast().reading())).isEqualTo(Refusal.SAME_SHEET);
    assertThat(pages.getLast().reading().sheet()).isEqualTo(SHEETS.get(1));
    assertThat(pages.subList(0, 2)).extracting(page -> why(page.reading())).containsOnlyNulls();
  }

  @Test
  void aSheetOfAnotherSessionIsNamed() {
    var pages =
        SheetReader.of(List.of(LAYOUT))
            .onlyOf(Set.of(SHEETS.get(0))::contains)
            .read(List.of(file("sheet0.jpg"), file("sheet1.jpg")), page -> {});

    assertThat(pages)
        .extracting(page -> why(page.reading()))
        .containsExactly(null, Refusal.OTHER_SESSION);
  }

  @Test
  void theNameOfAFileSaysNothing() throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(IMAGES.get(0), "png", png);

    var pages =
        SheetReader.of(List.of(LAYOUT))
            .read(List.of(written("photo.tiff", png.toByteArray())), page -> {});

    assertThat(pages.getFirst().reading()).isInstanceOf(Read.class);
  }

  @Test
  void aJpegInTheInksOfAPrintShopIsRead() throws IOException {
    var pages =
        SheetReader.of(List.of(LAYOUT))
            .read(List.of(written("inks.jpg", inks(IMAGES.get(2)))), page -> {});

    assertThat(pages.getFirst().reading()).isInstanceOf(Read.class);
  }

  @Test
  void thePagesOfATiffAndOfAPdfAreReadInOrder() throws IOException {
    var pdf =
        SheetPrinter.print(
            LAYOUT,
            SHEETS.stream().map(id -> new PrintedSheet(id, "KMP4-7QW3-CM9X-22VR-F")).toList(),
            SheetWords.english("Help.", "Until Friday."));
    for (var file : List.of(tiff(), written("printed.pdf", pdf))) {
      var told = new ArrayList<PageReading>();

      var pages = SheetReader.of(List.of(LAYOUT)).with(Crops.ALL).read(List.of(file), told::add);

      assertThat(pages).extracting(page -> page.reading().sheet()).isEqualTo(SHEETS);
      assertThat(pages).extracting(PageReading::page).containsExactly(1, 2, 3);
      assertThat(told).isEqualTo(pages);
      var read = (Read) pages.getFirst().reading();
      assertThat(read.zones()).allMatch(zone -> zone.crop() != null);
    }
  }

  private static Path file(String name) {
    return pile.resolve(name);
  }

  private static Path written(String name, byte[] content) throws IOException {
    return Files.write(pile.resolve(name), content);
  }

  private static @org.jspecify.annotations.Nullable Refusal why(SheetReading reading) {
    return reading instanceof Refused refused ? refused.why() : null;
  }

  private static Path tiff() throws IOException {
    var file = pile.resolve("three.tif");
    var writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (var output = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      for (var image : IMAGES) {
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  /// Four inks, upside down as Adobe writes them, and its marker that says so.
  private static byte[] inks(BufferedImage image) throws IOException {
    var raster =
        Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        raster.setPixel(x, y, new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 255});
      }
    }
    var plain = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var output = ImageIO.createImageOutputStream(plain)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    var bytes = new ByteArrayOutputStream();
    bytes.write(plain.toByteArray(), 0, 2);
    bytes.write(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e'});
    bytes.write(new byte[] {0, 100, 0, 0, 0, 0, 0});
    bytes.write(plain.toByteArray(), 2, plain.size() - 2);
    return bytes.toByteArray();
  }

  /// A small file that claims to be a large picture.
  private static byte[] png(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    var header = new ByteArrayOutputStream();
    var fields = new DataOutputStream(header);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", header.toByteArray());
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed)) {
      deflater.write(new byte[2_000_000]);
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    var crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(content);
    out.writeInt(content.length);
    out.writeBytes(type);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }

  private static byte[] locked() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return saved(document);
    }
  }

  private static byte[] emptyPages(int count) throws IOException {
    try (var document = new PDDocument()) {
      for (int i = 0; i < count; i++) {
        document.addPage(new PDPage());
      }
      return saved(document);
    }
  }

  private static byte[] hugePage() throws IOException {
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
