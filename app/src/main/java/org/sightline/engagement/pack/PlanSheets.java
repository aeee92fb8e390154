package org.sightline.engagement.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.sightline.engagement.keying.PrintedPage;
import org.sightline.engagement.keying.PrintedPages;
import org.sightline.engagement.keying.PrintedSheet;
import org.sightline.engagement.planning.Session;
import org.sightline.scan.Level;
import org.sightline.scan.SheetPrinter;
import org.sightline.scan.SheetWords;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Prints the sheets that a machine reads. What comes out is made in memory and kept nowhere.
@Component
class PlanSheets {

  private static final String WORDS = "engagement.report.pack.planSheet.";
  private static final String SLIP = "engagement.student-site.paperSlip.";

  private final PrintedPages pages;
  private final Words words;

  PlanSheets(PrintedPages pages, Words words) {
    this.pages = pages;
    this.words = words;
  }

  /// Sheets whose pages are known to the session, and have not been printed.
  ///
  /// @param codes for each page of the layouts one code for each sheet
  record Batch(List<PlanLayouts.Page> layouts, List<List<org.sightline.scan.PrintedSheet>> codes) {

    Batch withoutSlips() {
      return new Batch(
          layouts,
          codes.stream()
              .map(
                  page ->
                      page.stream()
                          .map(
                              sheet ->
                                  new org.sightline.scan.PrintedSheet(
                                      sheet.id(), null, sheet.label()))
                          .toList())
              .toList());
    }
  }

  /// Makes pages known, inside the caller's process: a code for each, of which only a hash is kept.
  Batch issue(Session session, List<PlanLayouts.Page> layouts, List<PrintedSheet> sheets) {
    var codes = new ArrayList<List<org.sightline.scan.PrintedSheet>>();
    for (int i = 0; i < layouts.size(); i++) {
      boolean last = i == layouts.size() - 1;
      var version = layouts.get(i).layout().version();
      var onPage = new ArrayList<org.sightline.scan.PrintedSheet>();
      for (var sheet : sheets) {
        var page = new PrintedPage(sheet.label(), i + 1, layouts.size(), version);
        onPage.add(
            new org.sightline.scan.PrintedSheet(
                pages.add(session, page),
                last ? sheet.slip().printed() : null,
                sheet.label().letters()));
      }
      codes.add(onPage);
    }
    return new Batch(layouts, codes);
  }

  /// All sheets of all batches, then the rest of the pack.
  ///
  /// @param pictures reads a floor's picture as PNG
  /// @param rest a PDF, or nothing
  byte[] print(List<Batch> batches, PackPrint print, Function<UUID, byte[]> pictures, byte[] rest) {
    try (var whole = new PDDocument()) {
      var merging = new PDFMergerUtility();
      for (var batch : batches) {
        if (!batch.codes().isEmpty() && !batch.codes().getFirst().isEmpty()) {
          append(whole, merging, batch, print, pictures);
        }
      }
      if (rest.length > 0) {
        try (var other = Loader.loadPDF(rest)) {
          merging.appendDocument(whole, other);
        }
      }
      var bytes = new ByteArrayOutputStream();
      whole.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every page of one sheet, then the next sheet.
  private void append(
      PDDocument whole,
      PDFMergerUtility merging,
      Batch batch,
      PackPrint print,
      Function<UUID, byte[]> pictures)
      throws IOException {
    int before = whole.getNumberOfPages();
    int floors = batch.layouts().size();
    for (int i = 0; i < floors; i++) {
      var page = batch.layouts().get(i);
      byte[] pdf =
          SheetPrinter.print(
              page.layout(),
              batch.codes().get(i),
              words(print, page.name()),
              page.underlay(pictures));
      try (var floor = Loader.loadPDF(pdf)) {
        merging.appendDocument(whole, floor);
      }
    }
    int sheets = batch.codes().getFirst().size();
    var printed = new ArrayList<PDPage>();
    for (int i = before; i < before + floors * sheets; i++) {
      printed.add(whole.getPage(i));
    }
    if (floors > 1) {
      printed.forEach(whole.getPages()::remove);
      for (int sheet = 0; sheet < sheets; sheet++) {
        for (int floor = 0; floor < floors; floor++) {
          whole.addPage(printed.get(floor * sheets + sheet));
        }
      }
    }
  }

  private SheetWords words(PackPrint print, String floor) {
    var title = words.say(WORDS + "title");
    String where =
        print.siteAddress().isEmpty()
            ? words.fill("engagement.pack.slip.box-only", print.places())
            : words.fill(SLIP + "line3", print.places());
    return new SheetWords(
        floor.isEmpty() ? title : title + ": " + floor,
        words.say("engagement.pack.paper.meaning"),
        words.say("engagement.pack.paper.no-name"),
        words.say("engagement.pack.paper.key"),
        level(Level.RED),
        level(Level.YELLOW),
        level(Level.GREEN),
        words.say("engagement.pack.paper.year"),
        words.say("engagement.pack.slip.cut"),
        words.say(SLIP + "line1") + " " + words.say(SLIP + "keep"),
        where + " " + words.say(SLIP + "line4") + "\n" + help(print.places()),
        words.fill(SLIP + "line2", print.places()));
  }

  /// Whom to turn to in school and outside.
  private String help(Map<String, String> places) {
    return words.fill("engagement.pack.paper.help-here", places)
        + " "
        + words.say("engagement.pack.paper.help");
  }

  private String level(Level level) {
    return words.say("engagement.student-site.legend.levels." + level.name() + ".name");
  }
}
