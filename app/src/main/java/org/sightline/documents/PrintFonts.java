package org.sightline.documents;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;

/// The typefaces put into every PDF, both from the class path.
///
/// Liberation Sans (SIL OFL 1.1) sets the page; DejaVu Sans stands in for letters it lacks, such as
/// Arabic, Georgian and Armenian. Neither has Chinese, Japanese, Korean or the scripts of India.
final class PrintFonts {

  private static final String LIBERATION = "/liberation/LiberationSans-";
  private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";
  private static final Set<FSFontUseCase> FIRST =
      EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);
  private static final Set<FSFontUseCase> LAST =
      EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG, FSFontUseCase.FALLBACK_FINAL);

  private PrintFonts() {}

  static void addTo(PdfRendererBuilder builder) {
    liberation(builder, "Regular", 400, FontStyle.NORMAL);
    liberation(builder, "Bold", 700, FontStyle.NORMAL);
    liberation(builder, "Italic", 400, FontStyle.ITALIC);
    liberation(builder, "BoldItalic", 700, FontStyle.ITALIC);
    builder.useFont(file(DEJAVU + ".ttf"), "DejaVu Sans", 400, FontStyle.NORMAL, true, LAST);
    builder.useFont(file(DEJAVU + "-Bold.ttf"), "DejaVu Sans", 700, FontStyle.NORMAL, true, LAST);
  }

  private static void liberation(
      PdfRendererBuilder builder, String cut, int weight, FontStyle style) {
    builder.useFont(file(LIBERATION + cut + ".ttf"), "Liberation Sans", weight, style, true, FIRST);
  }

  private static FSSupplier<InputStream> file(String name) {
    return () -> open(name);
  }

  private static InputStream open(String name) {
    var stream = PrintFonts.class.getResourceAsStream(name);
    if (stream == null) {
      throw new UncheckedIOException(new IOException("No typeface on the class path: " + name));
    }
    return stream;
  }
}
