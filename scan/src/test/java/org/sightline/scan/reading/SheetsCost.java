package org.sightline.scan.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.sightline.scan.Paper;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.SheetReader;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;

/// What reading sheets costs, in one run: one sheet beside merely decoding it ([Speed]), a pile of
/// 200 pages by one process and by two, and the memory of those processes. `bin/bench sheets
/// [ROUNDS] [PAGES]`, default 50 and 200.
public final class SheetsCost {

  private static final SheetLayout LAYOUT = Layouts.school(77, Paper.A4_PORTRAIT, 25);
  private static final int DIFFERENT = 20;

  private SheetsCost() {}

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    System.setProperty("java.awt.headless", "true");
    int pages = arguments.length < 2 ? 200 : Integer.parseInt(arguments[1]);
    System.out.println(
        "| file | size | ImageIO ms wall | reading | ratio | ms CPU | reading | ratio |");
    Speed.main(arguments.length == 0 ? new String[] {"50"} : new String[] {arguments[0]});
    var directory = Files.createTempDirectory("sheets");
    try {
      memory(directory);
      pile(directory.resolve("pile.pdf"), pages);
    } finally {
      try (var files = Files.list(directory)) {
        for (var file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    }
  }

  private static void pile(Path file, int pages) throws IOException {
    writePile(file, pages);
    System.out.printf(
        "%n| %d pages of 300 dpi in one PDF | processes | first, s | all, s | peak of a process, MB |%n",
        pages);
    double one = read(file, 1);
    double two = read(file, 2);
    System.out.printf("Two processes are %.2f times as fast as one.%n", one / two);
  }

  private static double read(Path file, int processes) {
    long start = System.nanoTime();
    var first = new AtomicLong();
    var peak = new AtomicLong();
    SheetReader.of(List.of(LAYOUT))
        .inProcesses(processes)
        .read(
            List.of(file),
            page -> {
              first.compareAndSet(0, System.nanoTime() - start);
              peak.accumulateAndGet(peakOfChildren(), Math::max);
            });
    double all = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "| | %d | %.1f | %.1f | %d |%n", processes, first.get() / 1e9, all, peak.get());
    return all;
  }

  private static void memory(Path directory) throws IOException {
    System.out.printf("%n| picture | peak of the process, MB | came to |%n");
    var sheet = PaperSheet.printed(LAYOUT, "ABCDEFGH23", 200);
    new Child(3).colour(sheet);
    byte[] photograph = new Spoiling(5).photographed(sheet, 4000, 3000);
    memory(directory, "12 megapixels", photograph);
    memory(directory, "39 megapixels", larger(photograph, 7216, 5412));
    byte[] large = larger(photograph, 10_200, 7650);
    memory(directory, "78 megapixels", large);
    memory(directory, "78 megapixels, progressive", progressive(large));
  }

  private static void memory(Path directory, String name, byte[] content) throws IOException {
    var file = Files.write(directory.resolve("one.jpg"), content);
    var peak = new AtomicLong();
    SheetReader.of(List.of(LAYOUT))
        .inProcesses(1)
        .read(
            List.of(file),
            page -> {
              peak.set(peakOfChildren());
              System.out.printf(
                  "| %s | %d | %s |%n",
                  name, peak.get(), page.reading().getClass().getSimpleName());
            });
  }

  /// In megabytes, the most memory that a process we started has held.
  private static long peakOfChildren() {
    return ProcessHandle.current()
        .descendants()
        .mapToLong(
            child -> {
              try (var lines = Files.lines(Path.of("/proc/" + child.pid() + "/status"))) {
                return lines
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(0);
              } catch (IOException | UncheckedIOException gone) {
                return 0;
              }
            })
        .max()
        .orElse(0);
  }

  /// Twenty scans, again and again, each page with its own picture.
  private static void writePile(Path file, int pages) throws IOException {
    var scans = new ArrayList<byte[]>();
    var random = new SplittableRandom(9);
    for (int i = 0; i < Math.min(DIFFERENT, pages); i++) {
      var sheet = PaperSheet.printed(LAYOUT, Layouts.letters(random, 10), 200);
      new Child(60 + i).colour(sheet);
      scans.add(new Spoiling(90 + i).scanned(sheet, 300));
    }
    try (var document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        var image = JPEGFactory.createFromByteArray(document, scans.get(i % scans.size()));
        try (var content = new PDPageContentStream(document, page)) {
          content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
      }
      document.save(file.toFile());
    }
  }

  private static byte[] larger(byte[] jpeg, int width, int height) throws IOException {
    var small = ImageIO.read(new java.io.ByteArrayInputStream(jpeg));
    var large = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var graphics = large.createGraphics();
    graphics.drawImage(small, 0, 0, width, height, null);
    graphics.dispose();
    return Spoiling.jpeg(large, 0.8f);
  }

  private static byte[] progressive(byte[] jpeg) throws IOException {
    BufferedImage image = ImageIO.read(new java.io.ByteArrayInputStream(jpeg));
    var bytes = new java.io.ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      var how = writer.getDefaultWriteParam();
      how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
