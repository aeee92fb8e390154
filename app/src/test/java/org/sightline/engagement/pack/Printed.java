package org.sightline.engagement.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.sightline.testing.Visitor;

/// Reads what was printed.
final class Printed {

  private static final Pattern CODE =
      Pattern.compile("\\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]\\b");
  private static final Pattern LABEL = Pattern.compile("(?m)^\\s*([2-9A-Z]{2})\\s*$");

  private Printed() {}

  static List<String> pagesOf(Visitor.Arrived answer) {
    return pagesOf(answer.response().body());
  }

  static List<String> pagesOf(byte[] bytes) {
    try (var pdf = Loader.loadPDF(bytes)) {
      var pages = new ArrayList<String>();
      for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        pages.add(stripper.getText(pdf));
      }
      return List.copyOf(pages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String textOf(Visitor.Arrived answer) {
    return String.join("\n", pagesOf(answer)).replaceAll("\\s+", " ");
  }

  static List<String> codesOn(String page) {
    return CODE.matcher(page).results().map(MatchResult::group).toList();
  }

  /// The two characters that stand alone on a line.
  static String labelOn(String page) {
    return LABEL.matcher(page).results().map(hit -> hit.group(1)).findFirst().orElse("");
  }

  /// Leaves a print in target/pictures to be looked at.
  static void keep(String name, Visitor.Arrived answer) {
    keep(name, answer.response().body());
  }

  static void keep(String name, byte[] bytes) {
    try {
      Files.write(
          Files.createDirectories(Path.of("target/pictures")).resolve(name + ".pdf"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
