package org.sightline.contexts.floorplans;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// What runs in the process of [PlanIntakeProcess]: the file on standard input; on standard output
/// the name of a flaw, or an empty name, the number of pages and a PNG.
public final class PlanIntakeMain {

  private static final int GAVE_UP = 4;

  private record Read(BufferedImage picture, int pages) {}

  private PlanIntakeMain() {}

  /// @param arguments a kind of file and the page wanted
  public static void main(String[] arguments) throws IOException {
    stopWithoutParent();
    var answer = new DataOutputStream(System.out);
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    ImageIO.setUseCache(false);
    var file = System.in.readNBytes(PlanLimits.MAX_UPLOAD_BYTES + 1);
    var flaw = Flaw.DAMAGED;
    @Nullable Read read = null;
    try {
      read = read(file, FileKind.valueOf(arguments[0]), Integer.parseInt(arguments[1]));
    } catch (Flawed e) {
      flaw = e.flaw();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Libraries fail in many ways on bad data; to the sender they are all one.
      flaw = Flaw.DAMAGED;
    }
    answer.writeUTF(read == null ? flaw.name() : "");
    if (read != null) {
      answer.writeInt(read.pages());
      ImageIO.write(read.picture(), "png", answer);
    }
    answer.flush();
    Runtime.getRuntime().halt(0);
  }

  private static Read read(byte[] file, FileKind kind, int page) throws IOException, Flawed {
    if (kind == FileKind.PDF) {
      var pdf = new PdfPlan(file);
      return new Read(pdf.draw(page), pdf.pages());
    }
    return new Read(PictureReading.read(file, kind), 1);
  }

  /// Outlives its parent by a few seconds at most.
  private static void stopWithoutParent() {
    var stop =
        new Thread(
            () -> {
              try {
                Thread.sleep(PlanIntakeProcess.LIMIT.plusSeconds(2));
              } catch (InterruptedException e) {
                // Nobody interrupts it; stopping is right all the same.
              }
              Runtime.getRuntime().halt(GAVE_UP);
            });
    stop.setDaemon(true);
    stop.start();
  }
}
