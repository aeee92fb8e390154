package org.sightline.contexts.floorplans;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// What a file is, by its first bytes and never by its name (UP-01).
enum FileKind {
  PNG("a PNG picture"),
  JPEG("a JPEG picture"),
  PDF("a PDF"),
  GIF("a GIF picture"),
  WEBP("a WebP picture"),
  TIFF("a TIFF picture"),
  BMP("a BMP picture"),
  HEIC("a picture in a phone's or film format"),
  ZIP("a zip archive or an office document"),
  SVG("an SVG drawing"),
  HTML("a web page"),
  TEXT("a text file"),
  UNKNOWN("of a kind we do not know");

  private static final int LOOKED_AT = 4096;
  private static final Set<String> PLAN_ENDINGS = Set.of("png", "jpg", "jpeg", "pdf");

  private final String noun;

  FileKind(String noun) {
    this.noun = noun;
  }

  static FileKind of(byte[] file) {
    if (startsWith(file, 0, "\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (startsWith(file, 0, "\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (startsWith(file, 0, "%PDF-")) {
      return PDF;
    }
    return ofRefused(file);
  }

  boolean canBeAPlan() {
    return this == PNG || this == JPEG || this == PDF;
  }

  /// Why this kind is refused, and what to do.
  ///
  /// @param claimedName only its ending is looked at, and never repeated unless it is one we know
  String refusal(String claimedName) {
    var ending = claimedName.substring(claimedName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var start =
        PLAN_ENDINGS.contains(ending)
            ? "The name of this file ends in .%s, but it is %s".formatted(ending, noun)
            : "This file is %s".formatted(noun);
    return start
        + ", and a plan must be a PNG or JPEG picture or a PDF: save it as one of these and choose"
        + " that.";
  }

  private static FileKind ofRefused(byte[] file) {
    if (startsWith(file, 0, "GIF8")) {
      return GIF;
    }
    if (startsWith(file, 0, "RIFF") && startsWith(file, 8, "WEBP")) {
      return WEBP;
    }
    if (startsWith(file, 0, "II*\0") || startsWith(file, 0, "MM\0*")) {
      return TIFF;
    }
    if (startsWith(file, 4, "ftyp")) {
      return HEIC;
    }
    if (startsWith(file, 0, "PK")) {
      return ZIP;
    }
    return ofWords(file);
  }

  private static FileKind ofWords(byte[] file) {
    var start = Arrays.copyOf(file, Math.min(file.length, LOOKED_AT));
    // A UTF-16 file reads as Latin letters with zeros between them.
    var words =
        new String(start, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
    if (words.contains("<svg") || words.contains("<!doctype svg")) {
      return SVG;
    }
    if (words.contains("<html") || words.contains("<!doctype html") || words.contains("<script")) {
      return HTML;
    }
    var controls = words.chars().filter(c -> c < ' ' && !Character.isWhitespace(c)).count();
    if (controls == 0) {
      return TEXT;
    }
    return startsWith(file, 0, "BM") ? BMP : UNKNOWN;
  }

  private static boolean startsWith(byte[] file, int from, String latin) {
    var expected = latin.getBytes(StandardCharsets.ISO_8859_1);
    return file.length >= from + expected.length
        && Arrays.equals(file, from, from + expected.length, expected, 0, expected.length);
  }
}
