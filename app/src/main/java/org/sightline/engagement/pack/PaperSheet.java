package org.sightline.engagement.pack;

import org.jspecify.annotations.Nullable;
import org.sightline.engagement.keying.PrintedSheet;
import org.sightline.web.Qr;

/// What makes one sheet different from the next: its label, and the code on the slip at its foot.
///
/// @param label two characters, or `null` on a sheet to photocopy, which is labelled by hand
/// @param code as printed on the slip, or `null` where there is no slip
public record PaperSheet(@Nullable String label, @Nullable String code) {

  /// A sheet to photocopy: without label and slip, so that no copy passes for another.
  static final PaperSheet MASTER = new PaperSheet(null, null);

  static PaperSheet of(PrintedSheet printed) {
    return new PaperSheet(printed.label().letters(), printed.slip().printed());
  }

  /// The label as a QR code, in SVG.
  public String qr() {
    return label == null ? "" : Qr.of(label, label).svg(100);
  }

  /// Hidden, so that no log can hold a code.
  @Override
  public String toString() {
    return "PaperSheet[hidden]";
  }
}
