package org.sightline.engagement.pile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// ST-14: what a camera writes beside the picture is gone, and the picture is the same.
class StrippingTest {

  private static final String SECRET = "51.5007N 0.1246W Invented Phone";

  @Test
  void whereAJpegWasTakenIsGoneAndThePictureStays() throws IOException {
    byte[] plain = written("jpeg");
    var bytes = new ByteArrayOutputStream();
    bytes.write(plain, 0, 2);
    segment(bytes, 0xe1, "Exif\0\0" + SECRET);
    segment(bytes, 0xe1, "http://ns.adobe.com/xap/1.0/\0" + SECRET);
    segment(bytes, 0xed, "Photoshop 3.0\0" + SECRET);
    segment(bytes, 0xfe, SECRET);
    bytes.write(plain, 2, plain.length - 2);
    bytes.writeBytes(("another picture " + SECRET).getBytes(StandardCharsets.US_ASCII));

    samePictureWithoutTheSecret(FileSign.JPEG, bytes.toByteArray(), plain);
  }

  @Test
  void whoAndWhenOfAPngIsGone() throws IOException {
    byte[] plain = written("png");
    var bytes = new ByteArrayOutputStream();
    bytes.write(plain, 0, 33);
    for (String type : new String[] {"tEXt", "eXIf", "iTXt", "tIME"}) {
      chunk(bytes, type, "Author\0" + SECRET);
    }
    bytes.write(plain, 33, plain.length - 33);

    samePictureWithoutTheSecret(FileSign.PNG, bytes.toByteArray(), plain);
  }

  @Test
  void whatStandsInAWebpBesideThePictureIsGone() {
    var text = "RIFF....WEBPVP8X\n\0\0\0\u000c\0\0\0\0\0\0\0\0\0EXIF\u0020\0\0\0" + SECRET + ".";
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

    Stripping.strip(FileSign.WEBP, ByteBuffer.wrap(bytes));

    var left = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(left).doesNotContain("Invented").doesNotContain("EXIF").contains("JUNK");
    assertThat(bytes[20]).isZero();
  }

  @Test
  void theMakerOfATiffIsGoneAndThePictureStays() throws IOException {
    byte[] plain = written("tiff");
    var order = plain[0] == 'I' ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN;
    var whole = ByteBuffer.allocate(plain.length + 4096).order(order);
    whole.put(plain);
    int old = ByteBuffer.wrap(plain).order(order).getInt(4);
    int entries = whole.getShort(old);
    int text = plain.length;
    byte[] secret = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
    whole.position(text).put(secret);
    int at = text + 64;
    whole.putInt(4, at).putShort(at, (short) (entries + 1));
    int to = at + 2;
    boolean added = false;
    for (int i = 0; i < entries; i++) {
      int from = old + 2 + 12 * i;
      if (!added && (whole.getShort(from) & 0xffff) > 271) {
        whole.putShort(to, (short) 271).putShort(to + 2, (short) 2);
        whole.putInt(to + 4, secret.length).putInt(to + 8, text);
        to += 12;
        added = true;
      }
      whole.put(to, Arrays.copyOfRange(whole.array(), from, from + 12));
      to += 12;
    }
    assertThat(added).isTrue();

    samePictureWithoutTheSecret(FileSign.TIFF, whole.array(), plain);
  }

  @Test
  void whoMadeAPdfAndWithWhichTelephoneIsGone() {
    var text =
        "%PDF-1.4\n1 0 obj << /Author (Invented \\(Author) /Producer (Invented Phone) >>\n"
            + "<?xpacket begin='x' ?>Invented<?xpacket end='w'?>\n"
            + "stream \u00ff\u00d8\u00ff\u00e1\0\u0018Exif\0\0Invented Phone12endstream /Title 7";
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

    Stripping.strip(FileSign.PDF, ByteBuffer.wrap(bytes));

    var left = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(left)
        .doesNotContain("Invented")
        .contains("endstream /Title 7")
        .hasSize(text.length());
  }

  @Test
  void whatAPdfSaysInDigitsAndInObjectsOfTheirOwnIsGone() {
    var digits = HexFormat.of().formatHex("Invented".getBytes(StandardCharsets.US_ASCII));
    var text =
        "%PDF-1.4\n1 0 obj << /Author <"
            + digits
            + "> /Creator\n12 0 R /Title 3 0 R >>\n12 0 obj\n(Invented Phone)\nendobj\n"
            + "3 0 obj <"
            + digits
            + "> endobj\n4 0 obj (kept) endobj 13 0 obj (kept too) endobj";
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

    Stripping.strip(FileSign.PDF, ByteBuffer.wrap(bytes));

    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .doesNotContain("Invented")
        .doesNotContain(digits)
        .contains("12 0 obj\n(              )\nendobj", "(kept)", "(kept too)")
        .hasSize(text.length());
  }

  /// What PDFBox writes today, and most programs: who and when lie compressed among other objects.
  @Test
  void whatLiesCompressedInAPdfIsGoneAndItsPageStays() throws IOException {
    byte[] bytes;
    try (var document = new PDDocument()) {
      document.addPage(new PDPage(PDRectangle.A5));
      var about = new PDDocumentInformation();
      about.setAuthor("Invented Author");
      about.setProducer("Invented Phone");
      document.setDocumentInformation(about);
      var metadata = new PDMetadata(document);
      try (var out = metadata.createOutputStream(COSName.FLATE_DECODE)) {
        out.write("<x>Invented</x>".getBytes(StandardCharsets.US_ASCII));
      }
      document.getDocumentCatalog().setMetadata(metadata);
      var saved = new ByteArrayOutputStream();
      document.save(saved);
      bytes = saved.toByteArray();
    }
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Invented");

    Stripping.strip(FileSign.PDF, ByteBuffer.wrap(bytes));

    try (var document = Loader.loadPDF(bytes)) {
      var about = document.getDocumentInformation();
      assertThat(about.getAuthor() + about.getProducer()).isBlank();
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A5.getWidth());
      var metadata = document.getDocumentCatalog().getMetadata().getCOSObject();
      try (var raw = metadata.createRawInputStream()) {
        assertThat(new String(raw.readAllBytes(), StandardCharsets.ISO_8859_1)).isBlank();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whateverIsInAFileItEnds(FileSign sign) {
    var random = new SplittableRandom(sign.ordinal());
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = new byte[16 + random.nextInt(300)];
      random.nextBytes(bytes);
      for (int at = 8; at < bytes.length; at += 3) {
        bytes[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(4));
      }
      assertThatCode(
              () -> {
                try {
                  Stripping.strip(sign, ByteBuffer.wrap(bytes));
                } catch (IndexOutOfBoundsException refusedAsDamaged) {
                  assertThat(refusedAsDamaged).isNotNull();
                }
              })
          .doesNotThrowAnyException();
    }
  }

  private static void samePictureWithoutTheSecret(FileSign sign, byte[] with, byte[] plain)
      throws IOException {
    assertThat(FileSign.of(with)).isEqualTo(sign);
    assertThat(new String(with, StandardCharsets.ISO_8859_1)).contains("Invented");

    Stripping.strip(sign, ByteBuffer.wrap(with));

    assertThat(new String(with, StandardCharsets.ISO_8859_1))
        .doesNotContain("Invented")
        .doesNotContain("51.5007");
    var before = ImageIO.read(new ByteArrayInputStream(plain));
    var after = ImageIO.read(new ByteArrayInputStream(with));
    assertThat(pixels(after)).isEqualTo(pixels(before));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static byte[] written(String format) throws IOException {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
    for (int x = 0; x < 40; x++) {
      image.setRGB(x, x % 30, 0xc02040 + x);
    }
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static void segment(ByteArrayOutputStream to, int marker, String content) {
    to.writeBytes(new byte[] {(byte) 0xff, (byte) marker, 0, (byte) (content.length() + 2)});
    to.writeBytes(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void chunk(ByteArrayOutputStream to, String type, String content)
      throws IOException {
    var out = new DataOutputStream(to);
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    out.writeInt(bytes.length);
    out.writeBytes(type);
    out.write(bytes);
    var crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.US_ASCII));
    crc.update(bytes);
    out.writeInt((int) crc.getValue());
  }
}
