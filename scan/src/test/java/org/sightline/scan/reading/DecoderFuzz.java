package org.sightline.scan.reading;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.sightline.scan.Refusal;
import org.sightline.scan.SheetReading.Refused;
import org.sightline.scan.classroom.BadPdfs;
import org.sightline.scan.classroom.BadPictures;
import org.sightline.scan.classroom.Spoiling;

/// Opens whatever bytes it is given as the reader's process does, short of looking for a sheet. For
/// Jazzer, which calls [#fuzzerTestOneInput]; for what it starts from, [#seeds].
public final class DecoderFuzz {

  private static final Path FILE = file();

  /// Every spoilt PDF is grumbled about at length.
  private static final Logger QUIET = Logger.getLogger("org.apache.pdfbox");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private DecoderFuzz() {}

  /// Lets nothing through but what a person is told in a sentence.
  public static void fuzzerTestOneInput(byte[] bytes) {
    ImageIO.setUseCache(false);
    try {
      open(bytes);
    } catch (OutOfMemoryError heap) {
      // Ends the process, and is named in a sentence by whoever started it.
    }
  }

  /// @return the refusal, or nothing when it opened
  static String open(byte[] bytes) {
    try {
      Files.write(FILE, bytes);
      try (var file = OpenFile.open(FILE)) {
        for (int page = 1; page <= Math.min(3, file.pages()); page++) {
          file.read(page, picture -> Refused.because(Refusal.TOO_FEW_MARKERS));
        }
        return "";
      }
    } catch (NotRead refusal) {
      return refusal.why().sentence();
    } catch (IOException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }

  /// Small files of every kind and of the ways they are packed.
  static Map<String, byte[]> seeds() throws IOException {
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
    var graphics = image.createGraphics();
    for (int i = 0; i < 8; i++) {
      graphics.setColor(new Color(30 * i, 255 - 20 * i, 90 + 10 * i));
      graphics.fillOval(8 * i, 4 * i, 20, 14);
    }
    graphics.dispose();
    var grey = BadPictures.grey(image);
    var seeds = new LinkedHashMap<String, byte[]>();
    seeds.put("jpeg", Spoiling.jpeg(image, 0.7f));
    seeds.put("jpeg-progressive", written("jpeg", image, "progressive"));
    seeds.put("jpeg-inks", BadPictures.inks(image));
    seeds.put("png", BadPictures.as("png", image));
    seeds.put("png-grey", BadPictures.as("png", grey));
    for (var packing : List.of("LZW", "Deflate", "PackBits", "JPEG")) {
      seeds.put("tiff-" + packing, written("tiff", image, packing));
    }
    seeds.put("tiff-pages", BadPictures.tiff(List.of(image, image, image)));
    try (var webp = DecoderFuzz.class.getResourceAsStream("small.webp")) {
      seeds.put("webp", webp.readAllBytes());
    }
    try (var webp = DecoderFuzz.class.getResourceAsStream("lossless.webp")) {
      seeds.put("webp-lossless", webp.readAllBytes());
    }
    var large = new BufferedImage(900, 900, BufferedImage.TYPE_3BYTE_BGR);
    large.createGraphics().drawImage(image, 0, 0, 900, 900, null);
    seeds.put("pdf-scanned", BadPdfs.of(large));
    seeds.put("pdf-pages", BadPdfs.emptyPages(2));
    seeds.put("pdf-locked", BadPdfs.locked());
    return seeds;
  }

  private static byte[] written(String format, BufferedImage image, String packing)
      throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName(format).next();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      if (packing.equals("progressive")) {
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      } else {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(packing);
      }
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /// The same for the same seed: bytes changed, doubled, cut out, set to what breaks programs, and
  /// pieces of another file put in.
  static byte[] mutated(byte[] from, List<byte[]> others, SplittableRandom random) {
    var bytes = new ArrayList<Byte>(from.length + 64);
    for (byte one : from) {
      bytes.add(one);
    }
    int changes = random.nextInt(1, 8);
    for (int i = 0; i < changes && !bytes.isEmpty(); i++) {
      // Heads are where lengths and sizes stand.
      int at = random.nextInt(random.nextBoolean() ? Math.min(bytes.size(), 96) : bytes.size());
      switch (random.nextInt(6)) {
        case 0 -> bytes.set(at, (byte) (bytes.get(at) ^ 1 << random.nextInt(8)));
        case 1 -> bytes.set(at, (byte) random.nextInt(256));
        case 2 -> {
          byte extreme = (byte) (random.nextBoolean() ? 0xff : random.nextBoolean() ? 0x7f : 0);
          for (int k = at; k < Math.min(bytes.size(), at + random.nextInt(1, 5)); k++) {
            bytes.set(k, extreme);
          }
        }
        case 3 -> bytes.subList(at, Math.min(bytes.size(), at + random.nextInt(1, 40))).clear();
        case 4 -> {
          int until = Math.min(bytes.size(), at + random.nextInt(1, 40));
          bytes.addAll(at, List.copyOf(bytes.subList(at, until)));
        }
        default -> {
          byte[] other = others.get(random.nextInt(others.size()));
          int start = random.nextInt(other.length);
          for (int k = start; k < Math.min(other.length, start + random.nextInt(1, 30)); k++) {
            bytes.add(Math.min(at, bytes.size()), other[k]);
          }
        }
      }
    }
    var result = new byte[bytes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = bytes.get(i);
    }
    return result;
  }

  private static Path file() {
    try {
      var file = Files.createTempFile("fuzz", ".bin");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
