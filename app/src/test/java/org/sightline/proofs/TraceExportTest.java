package org.sightline.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.demonstration.Cast;
import org.sightline.kernel.Role;
import org.sightline.testing.Visitor;

/// `bin/sightline trace-export`, beside the application that made the copies (EX-04).
@Tag("long")
class TraceExportTest {

  @TempDir private Path folder;

  private int commands;

  @Test
  void aFileAScanAndARowLeadToWhoTookThem() throws IOException {
    var data = folder.resolve("data");
    try (var demo = DemoProcess.start(data, 9)) {
      var head = demo.signedIn("HEAD");
      String results = results(head);
      byte[] pdf = head.get(results + "/score-summary.pdf?purpose=MEETING").response().body();
      byte[] csv = head.get(results + "/score-summary.csv").response().body();
      String name = Cast.read().the(Role.HEAD).name();

      assertThat(trace(data, "paper.pdf", pdf))
          .startsWith("0: ")
          .contains("score summary as PDF", name, "For a meeting", "the very file");
      assertThat(trace(data, "scan.png", firstPage(pdf)))
          .startsWith("0: ")
          .contains(name, "Its stamp was found");
      String row =
          new String(csv, StandardCharsets.UTF_8).lines().skip(3).findFirst().orElseThrow();
      assertThat(trace(data, "row.txt", row.getBytes(StandardCharsets.UTF_8)))
          .startsWith("0: ")
          .contains("score summary as a table", name);
      assertThat(trace(data, "other.txt", "nothing".getBytes(StandardCharsets.UTF_8)))
          .startsWith("2: ")
          .contains("no copy we know");
      assertThat(command("trace-export", "--data-dir=" + data))
          .startsWith("1: ")
          .contains("Give a file");
    }
  }

  private static String results(Visitor head) {
    for (String round :
        head.get("/engagement/rounds")
            .page()
            .select("a[href^=/engagement/rounds/]")
            .eachAttr("href")) {
      String results = round.replaceAll("(/rounds/[^/]+).*", "$1/results");
      if (head.get(results + "/score-summary.csv").status() == 200) {
        return results;
      }
    }
    throw new AssertionError("No round of the demonstration has results");
  }

  private String trace(Path data, String name, byte[] content) throws IOException {
    var file = Files.write(folder.resolve(name), content);
    return command("trace-export", file.toString(), "--data-dir=" + data);
  }

  private String command(String... arguments) {
    return DemoProcess.command(folder.resolve("command-" + ++commands), arguments);
  }

  private static byte[] firstPage(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 120), "png", bytes);
      return bytes.toByteArray();
    }
  }
}
