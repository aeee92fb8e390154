package org.sightline.engagement.pile;

import java.nio.charset.StandardCharsets;
import org.sightline.kernel.Refused;
import org.sightline.scan.Refusal;

/// What a file is, by its first bytes. What no reader opens is refused before it is kept.
enum FileSign {
  JPEG,
  PNG,
  WEBP,
  TIFF,
  PDF;

  static final int LOOKED_AT = 1024;

  /// @throws Refused in the reader's own sentence
  static FileSign of(byte[] start) {
    var text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
      return TIFF;
    }
    if (text.contains("%PDF-")) {
      return PDF;
    }
    throw new Refused(refusal(text).sentence());
  }

  private static Refusal refusal(String text) {
    if (text.isEmpty()) {
      return Refusal.EMPTY;
    }
    if (text.startsWith("GIF8")) {
      return Refusal.ANIMATED;
    }
    boolean heic =
        text.startsWith("ftyp", 4)
            && text.substring(8, Math.min(text.length(), 40))
                .matches("(?s).*(hei[cxms]|hev[cx]|mif1|msf1|avif|avis).*");
    return heic ? Refusal.HEIC : Refusal.NOT_A_PICTURE;
  }
}
