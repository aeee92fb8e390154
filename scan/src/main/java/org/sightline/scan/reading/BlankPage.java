package org.sightline.scan.reading;

/// Whether there is nearly nothing on a page.
final class BlankPage {

  private BlankPage() {}

  static boolean is(Picture picture) {
    var small =
        SmallPicture.of(picture, Math.max(1, Math.max(picture.width(), picture.height()) / 800));
    int dark = 0;
    for (boolean one : small.dark()) {
      dark += one ? 1 : 0;
    }
    return dark < 0.006 * small.width() * small.height();
  }
}
