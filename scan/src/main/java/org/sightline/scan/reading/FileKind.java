package org.sightline.scan.reading;

import java.nio.charset.StandardCharsets;
import org.sightline.scan.Refusal;

/// What a file is, by its first bytes; its name says nothing.
enum FileKind {
  JPEG,
  PNG,
  WEBP,
  TIFF,
  PDF;

  static final int LOOKED_AT = 1024;

  /// Refuses with [NotRead] what is none of these.
  static FileKind of(byte[] start) {
    var text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.isEmpty()) {
      throw new NotRead(Refusal.EMPTY);
    }
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      refuseMoving(text.contains("acTL"));
      return PNG;
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      refuseMoving(text.startsWith("VP8X", 12) && text.length() > 20 && (text.charAt(20) & 2) != 0);
      return WEBP;
    }
    if (text.startsWith("II*\0") || text.startsWith("MM\0*") || text.startsWith("II+\0")) {
      return TIFF;
    }
    if (text.startsWith("GIF8")) {
      throw new NotRead(Refusal.ANIMATED);
    }
    if (text.startsWith("ftyp", 4)) {
      throw new NotRead(isHeic(text) ? Refusal.HEIC : Refusal.NOT_A_PICTURE);
    }
    if (text.contains("%PDF-")) {
      return PDF;
    }
    throw new NotRead(Refusal.NOT_A_PICTURE);
  }

  private static void refuseMoving(boolean moves) {
    if (moves) {
      throw new NotRead(Refusal.ANIMATED);
    }
  }

  private static boolean isHeic(String text) {
    var brands = text.substring(8, Math.min(text.length(), 40));
    return brands.matches("(?s).*(hei[cxms]|hev[cx]|mif1|msf1|avif|avis).*");
  }
}
