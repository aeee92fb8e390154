package org.sightline.engagement.pile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.sightline.audit.Processes;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.SignedIn;
import org.sightline.scan.SheetLayout;
import org.sightline.scan.classroom.Child;
import org.sightline.scan.classroom.PaperSheet;
import org.sightline.scan.classroom.Spoiling;

/// A class that colours what came out of the application's printer, and what a scanner or telephone
/// makes of it. The same seed makes the same.
final class Classroom {

  private static final int DOTS = 110;
  private static final Pattern CODE = Pattern.compile("(?m)^\\s*([2-9A-HJ-NP-Z]{10})\\s*$");
  private static final Pattern LABEL = Pattern.compile("(?m)^\\s*([2-9A-Z]{2})\\s*$");

  private final List<SheetLayout> layouts;
  private boolean difficult;
  private boolean ticksTwice;

  Classroom(PrintedPages pages, Processes processes, SignedIn who, SessionId session) {
    this.layouts = processes.look(who, () -> pages.layouts(session));
  }

  /// Letters and two colours on every sheet, so that there is something to decide.
  Classroom difficult() {
    difficult = true;
    return this;
  }

  /// Two years on every sheet.
  Classroom tickingTwice() {
    ticksTwice = true;
    return this;
  }

  /// @param truth what the child meant for each zone, by its key
  /// @param ticked years, as they are printed
  record Page(
      String label, String name, byte[] picture, Map<String, Looked> truth, Set<String> ticked) {}

  @FunctionalInterface
  interface Device {
    byte[] picture(Spoiling spoiling, PaperSheet sheet);
  }

  static final Device SCANNER = (spoiling, sheet) -> spoiling.scanned(sheet, 150);
  static final Device TELEPHONE = (spoiling, sheet) -> spoiling.photographed(sheet, 2400, 1800);

  List<Page> colour(byte[] pdf, long seed, Device device) {
    var made = new ArrayList<Page>();
    try (var document = Loader.loadPDF(pdf)) {
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        made.add(colour(document, i, seed + i, device));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(made);
  }

  private Page colour(PDDocument document, int number, long seed, Device device)
      throws IOException {
    var sheet = paper(document, number);
    var child = ticksTwice ? new Child(seed).tickingTwice() : new Child(seed);
    var truth = difficult ? child.difficult(sheet.paper()) : child.colour(sheet.paper());
    var levels = new HashMap<String, Looked>();
    truth
        .levels()
        .forEach(
            (zone, meant) ->
                levels.put(zone, meant.level() == null ? Looked.BLANK : Looked.of(meant.level())));
    return new Page(
        sheet.label(),
        "sheet-%03d.jpg".formatted(number),
        device.picture(new Spoiling(seed * 31), sheet.paper()),
        levels,
        truth.ticked());
  }

  record Printed(PaperSheet paper, String label) {}

  /// A page as it lies before a student.
  Printed paper(PDDocument document, int number) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(number + 1);
    stripper.setEndPage(number + 1);
    var text = stripper.getText(document);
    var image = new PDFRenderer(document).renderImageWithDPI(number, DOTS, ImageType.RGB);
    return new Printed(
        PaperSheet.of(
            layoutOf(text, image.getWidth() > image.getHeight()), code(text), DOTS, image),
        found(LABEL, text));
  }

  static String code(String text) {
    return found(CODE, text);
  }

  private static String found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(hit -> hit.group(1)).findFirst().orElseThrow();
  }

  /// The layout whose places all stand on the page.
  private SheetLayout layoutOf(String text, boolean lies) {
    var words = text.replaceAll("\\s+", " ");
    return layouts.stream()
        .filter(layout -> layout.page().width() > layout.page().height() == lies)
        .filter(
            layout ->
                layout.zones().stream()
                    .allMatch(zone -> words.contains(zone.label().split("\\s+")[0] + " ")))
        .findFirst()
        .orElseThrow();
  }
}
