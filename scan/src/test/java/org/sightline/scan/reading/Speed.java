package org.sightline.scan.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.sightline.scan.Crops;
import org.sightline.scan.Paper;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;

/// How long a sheet takes from its bytes to its reading, beside the time ImageIO takes merely to
/// decode them: one and the other in turn, in one thread, warm, by the processor's own clock and by
/// the clock on the wall. `Speed ROUNDS`.
public final class Speed {

  private Speed() {}

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
    int rounds = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
    var layout = Layouts.school(77, Paper.A4_PORTRAIT, 25);
    var sheet = PaperSheet.printed(layout, "ABCDEFGH23", 300);
    new Child(3).colour(sheet);
    var reader = new PageReader(List.of(layout));
    measure(
        "photograph, 4000 x 3000", new Spoiling(5).photographed(sheet, 4000, 3000), reader, rounds);
    measure("scan, A4, 300 dpi", new Spoiling(6).scanned(sheet, 300), reader, rounds);
  }

  private static void measure(String name, byte[] file, PageReader reader, int rounds)
      throws IOException {
    var decode = new double[2][rounds];
    var read = new double[2][rounds];
    for (int i = -10; i < rounds; i++) {
      double[] one = time(() -> ImageIO.read(new ByteArrayInputStream(file)));
      double[] other =
          time(
              () -> {
                try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
                  return reader.read(PictureDecoding.decode(FileKind.JPEG, input, 0), Crops.NONE);
                }
              });
      for (int k = 0; k < 2 && i >= 0; k++) {
        decode[k][i] = one[k];
        read[k][i] = other[k];
      }
    }
    System.out.printf(
        "| %s | %d kB | %.0f | %.0f | %.2f | %.0f | %.0f | %.2f |%n",
        name,
        file.length / 1000,
        median(decode[0]),
        median(read[0]),
        median(read[0]) / median(decode[0]),
        median(decode[1]),
        median(read[1]),
        median(read[1]) / median(decode[1]));
  }

  private interface Work {
    Object run() throws IOException;
  }

  /// Milliseconds on the wall and of this thread.
  private static double[] time(Work work) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    long wall = System.nanoTime();
    long own = threads.getCurrentThreadCpuTime();
    if (work.run() == null) {
      throw new IllegalStateException("Nothing came of it");
    }
    return new double[] {
      (System.nanoTime() - wall) / 1e6, (threads.getCurrentThreadCpuTime() - own) / 1e6
    };
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
