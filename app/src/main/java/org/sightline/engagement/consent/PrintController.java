package org.sightline.engagement.consent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.sightline.documents.Pdf;
import org.sightline.documents.PrintHeading;
import org.sightline.documents.Sheet;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Blank consent forms as PDF, one after the other, each with its own page numbers. No name is
/// printed on them.
@Controller
class PrintController {

  static final int MOST_COPIES = 40;

  private final Register register;
  private final Pages pages;
  private final Clock clock;

  PrintController(Register register, Pages pages, Clock clock) {
    this.register = register;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/engagement/sessions/{session}/consent-forms.pdf")
  ResponseEntity<byte[]> forms(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "standard") String form,
      @RequestParam(defaultValue = "1") String copies) {
    var kind = Form.of(form);
    int count =
        copies.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(copies), 1, MOST_COPIES) : 1;
    var shown = register.forPrint(who, SessionId.of(session), kind, count);
    if (kind.isTranslated()) {
      return inABrowser(new PrintPage(shown), count);
    }
    var html = pages.document("engagement/consent/print-form", new PrintPage(shown));
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    var heading = new PrintHeading(shown.words().say("title"), today, null);
    var pdf = times(Pdf.of(html, Sheet.A4_PORTRAIT, heading), count);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"consent-forms-%s.pdf\"".formatted(kind.slug()))
        .body(pdf);
  }

  /// Our own letters for print know Latin, Greek and Cyrillic only and write from the left; a
  /// browser knows the letters of every language, and its own "Print" makes the paper.
  private ResponseEntity<byte[]> inABrowser(PrintPage page, int copies) {
    var html = pages.document("engagement/consent/print-translated", page.copies(copies));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(html.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] times(byte[] one, int copies) {
    if (copies == 1) {
      return one;
    }
    try (var all = Loader.loadPDF(one)) {
      var merger = new PDFMergerUtility();
      for (int copy = 1; copy < copies; copy++) {
        try (var next = Loader.loadPDF(one)) {
          merger.appendDocument(all, next);
        }
      }
      var bytes = new ByteArrayOutputStream();
      all.save(bytes);
      return bytes.toByteArray();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
