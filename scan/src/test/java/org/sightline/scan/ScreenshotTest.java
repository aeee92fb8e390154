package org.sightline.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.scan.SheetReading.Read;
import org.sightline.scan.classroom.BadPictures;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.Layouts;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;
import org.sightline.scan.classroom.Truth;

/// A sheet is printed, coloured, laid on a table in a browser, seen from the side under a shadow,
/// and photographed by the browser: nothing of ours draws that picture. Skipped where there is no
/// Chromium.
class ScreenshotTest {

  private static final SheetLayout LAYOUT = Layouts.school(611, Paper.A4_PORTRAIT, 20);

  @Test
  void aSheetPhotographedByABrowserIsRead(@TempDir Path directory)
      throws IOException, InterruptedException {
    var browser =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(browser.isPresent(), "no Chromium here to photograph with");
    var sheet = PaperSheet.printed(LAYOUT, "SCREENSH22", 150);
    var truth = new Child(612).colour(sheet);
    Files.write(
        directory.resolve("sheet.png"), BadPictures.as("png", Spoiling.untouched(sheet)));
    Files.writeString(
        directory.resolve("table.html"),
        """
        <!doctype html><style>
        body { margin: 0; height: 2400px; overflow: hidden; perspective: 2600px;
          background: repeating-linear-gradient(83deg, #7a5a3a 0 40px, #6b4d30 40px 75px) }
        img { position: absolute; left: 330px; top: 200px; width: 1400px;
          transform: rotateX(21deg) rotateY(-13deg) rotateZ(5deg); box-shadow: 0 8px 40px #000 }
        div { position: absolute; inset: 0;
          background: linear-gradient(112deg, #0000 55%, #0a0a2060 62%, #0a0a2040) }
        </style><img src="sheet.png"><div></div>
        """);

    photograph(browser.orElseThrow(), directory);

    var pages =
        SheetReader.of(List.of(LAYOUT)).read(List.of(directory.resolve("seen.png")), page -> {});
    assertThat(pages).hasSize(1);
    assertThat(pages.getFirst().reading()).isInstanceOf(Read.class);
    asMeant((Read) pages.getFirst().reading(), truth);
  }

  private static void asMeant(Read read, Truth truth) {
    assertThat(read.sheet()).isEqualTo("SCREENSH22");
    for (var zone : read.zones()) {
      if (zone.level() != null) {
        assertThat(zone.level())
            .as(zone.toString())
            .isEqualTo(truth.levels().get(zone.id()).level());
      }
    }
    assertThat(read.zones()).filteredOn(zone -> zone.level() == null).hasSizeLessThan(3);
    assertThat(read.ticks())
        .allMatch(tick -> tick.on() == truth.ticked().contains(tick.id()));
  }

  private static void photograph(Path browser, Path directory)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--allow-file-access-from-files",
                "--hide-scrollbars",
                "--user-data-dir=" + directory.resolve("profile"),
                "--screenshot=" + directory.resolve("seen.png"),
                "--window-size=2060,2400",
                directory.resolve("table.html").toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("said.txt").toFile())
            .start();
    boolean done = process.waitFor(90, TimeUnit.SECONDS);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    assertThat(done).as(Files.readString(directory.resolve("said.txt"))).isTrue();
    assertThat(directory.resolve("seen.png")).exists();
  }
}
