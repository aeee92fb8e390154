package org.sightline.scan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.scan.Crops;
import org.sightline.scan.Level;
import org.sightline.scan.Paper;
import org.sightline.scan.PrintedSheet;
import org.sightline.scan.SheetPrinter;
import org.sightline.scan.SheetReading;
import org.sightline.scan.SheetWords;
import org.sightline.scan.classroom.FloorPicture;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.elsewhere.Buildings;
import org.sightline.scan.elsewhere.Camera;
import org.sightline.scan.elsewhere.Flatbed;
import org.sightline.scan.elsewhere.Hand;
import org.sightline.scan.elsewhere.Hand.Tool;
import org.sightline.scan.elsewhere.Scene;

/// The picture of the floor that is printed under the places changes nothing that is read.
class FloorBeneathTest {

  @TempDir private Path directory;

  @Test
  void aSheetIsReadAsWellAsOneWithoutIt() throws IOException {
    var trials = new Trials();
    var layout = Buildings.SPINE.on(Paper.A4_LANDSCAPE, 612);
    var reader = new PageReader(List.of(layout));
    var beneath = FloorPicture.of(layout, 612);

    for (int seed = 612; seed < 614; seed++) {
      var sheet = PaperSheet.printed(layout, "ABCDEFGHJK", 200, beneath);
      sheet = seed == 612 ? new Flatbed(seed).copy(sheet) : sheet;
      var truth = new Hand(seed, Tool.PENCIL, 0).colour(sheet);
      byte[] file =
          seed == 612
              ? new Flatbed(seed).scan(sheet, 200, 0.75)
              : new Camera(seed, Scene.usual()).photograph(sheet);
      trials.count(reader, sheet, truth, file, "floor-" + seed, null);
    }

    assertThat(trials.refused()).as(trials.summary()).isZero();
    assertThat(trials.wrong()).as(trials.summary()).isZero();
    assertThat(trials.inDoubt()).as(trials.summary()).isLessThanOrEqualTo(0.1);
  }

  @Test
  void aPdfThatWasNeverPrintedComesBackBlank() throws IOException {
    var layout = Buildings.CAMPUS.on(Paper.A4_PORTRAIT, 613);
    var file = directory.resolve("sheets.pdf");
    Files.write(
        file,
        SheetPrinter.print(
            layout,
            List.of(new PrintedSheet("ABCDEFGHJK", null)),
            SheetWords.english("Help: any adult you trust.", "Until Friday 18 December 2026."),
            FloorPicture.of(layout, 613)));

    try (var pdf = PdfPages.open(file)) {
      assertThat(pdf.onlyPicture(0)).isNull();
      var reading = new PageReader(List.of(layout)).read(pdf.drawn(0), Crops.NONE);
      assertThat(((SheetReading.Read) reading).zones())
          .isNotEmpty()
          .allMatch(zone -> zone.level() == Level.BLANK);
    }
  }
}
