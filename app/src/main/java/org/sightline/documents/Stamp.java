package org.sightline.documents;

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

  /// The QR code as SVG, for a page that a browser prints.
  public String qr() {
    return Qr.of(code, printedCode()).svg(60);
  }

  /// The code in groups of four.
  public String printedCode() {
    return StampCode.printed(code);
  }
}
