package org.sightline.contexts.floorplans;

/// How large anything about an uploaded plan may be (UP-01, UP-02).
final class PlanLimits {

  static final int MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
  static final int MAX_PAGES = 20;

  /// Dots a picture may declare. A PNG of 2 MB can declare 900 million.
  static final long MAX_DOTS = 80_000_000;

  /// Above this a picture is read with dots left out.
  static final long MAX_DOTS_READ_WHOLE = 40_000_000;

  /// A progressive JPEG is held whole, outside the Java heap, at up to eight bytes a dot.
  static final long MAX_DOTS_PROGRESSIVE = 40_000_000;

  /// What a decoded picture may take of the reading process's heap.
  static final long MAX_DECODED_BYTES = 130_000_000;

  static final int MAX_SIDE = 2400;
  static final int MIN_SIDE = 200;

  /// Points. The largest page the PDF format's own makers support, 200 inches.
  static final float MAX_PAGE_POINTS = 14_400;

  /// Points. Half an inch.
  static final float MIN_PAGE_POINTS = 36;

  static final int MAX_PDF_OBJECTS = 300_000;

  private PlanLimits() {}

  /// Refuses sizes that no plan has, before anything is decoded.
  static void checkDots(long width, long height, long maxDots) throws Flawed {
    if (width < 1 || height < 1) {
      throw new Flawed(Flaw.DAMAGED);
    }
    if (width > MAX_DOTS || height > MAX_DOTS || width * height > maxDots) {
      throw new Flawed(Flaw.TOO_MANY_DOTS);
    }
    if (width < MIN_SIDE || height < MIN_SIDE) {
      throw new Flawed(Flaw.TOO_SMALL);
    }
    var shrunk = PixelSize.fitted(width, height);
    if (shrunk.width() < MIN_SIDE || shrunk.height() < MIN_SIDE) {
      throw new Flawed(Flaw.TOO_THIN);
    }
  }
}
