package org.sightline.documents;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.sightline.web.Qr;

/// What makes a copy known again: printed on every page and in every file that holds records or
/// results (EX-04, `docs/concepts/exports.md`).
///
/// @param code random; names the copy to [CopyTracing] and says nothing to anybody else
/// @param number of the copy in this installation
/// @param line who took it, when, for what: "Copy 12, taken by … on … at …. For a meeting."
public record Stamp(String code, long number, String line) {

  public Stamp {
    if (!StampCode.is(code)) {
      throw new IllegalArgumentException("Not the code of a copy");
    }
  }

  /// The QR code as the address of a picture, for a page that a browser prints.
  public String qr() {
    byte[] svg = Qr.of(code, printedCode()).svg(60).getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
  }

  /// Whether the code of a copy stands in a text, such as the heading of the column our tables have
  /// it in.
  public static boolean isIn(String text) {
    return !StampCode.in(text).isEmpty();
  }

  /// The code in groups of four.
  public String printedCode() {
    return StampCode.printed(code);
  }
}
