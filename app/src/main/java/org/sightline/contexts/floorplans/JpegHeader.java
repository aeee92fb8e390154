package org.sightline.contexts.floorplans;

/// What a JPEG says of itself before its pixels.
///
/// @param turn EXIF orientation, 1 to 8; 1 when absent or nonsense
record JpegHeader(PixelSize size, int turn) {

  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int EXIF = 0xe1;

  /// Walks the segments up to the first scan; decodes nothing.
  static JpegHeader read(byte[] jpeg) throws Flawed {
    var turn = 1;
    var at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
      var marker = jpeg[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        break;
      }
      var length = unsigned16(jpeg, at + 2);
      if (length < 2 || at + 2 + length > jpeg.length) {
        break;
      }
      if (marker == EXIF && turn == 1) {
        turn = ExifTurn.read(jpeg, at + 4, at + 2 + length);
      }
      if (isFrame(marker)) {
        return new JpegHeader(frame(jpeg, at, length, marker), turnOrLater(jpeg, turn, at, length));
      }
      at += 2 + length;
    }
    throw new Flawed(Flaw.DAMAGED);
  }

  /// Some writers put the EXIF segment after the frame; look on to the first scan.
  private static int turnOrLater(byte[] jpeg, int turn, int frameAt, int frameLength) {
    var at = frameAt + 2 + frameLength;
    while (turn == 1 && at + 4 <= jpeg.length && (jpeg[at] & 0xff) == 0xff) {
      var marker = jpeg[at + 1] & 0xff;
      var length = unsigned16(jpeg, at + 2);
      if (marker == START_OF_SCAN || length < 2 || at + 2 + length > jpeg.length) {
        return turn;
      }
      if (marker == EXIF) {
        turn = ExifTurn.read(jpeg, at + 4, at + 2 + length);
      }
      at += 2 + length;
    }
    return turn;
  }

  private static PixelSize frame(byte[] jpeg, int at, int length, int marker) throws Flawed {
    if (length < 8) {
      throw new Flawed(Flaw.DAMAGED);
    }
    var height = unsigned16(jpeg, at + 5);
    var width = unsigned16(jpeg, at + 7);
    var progressive = marker == 0xc2 || marker == 0xc6 || marker == 0xca || marker == 0xce;
    PlanLimits.checkDots(
        width, height, progressive ? PlanLimits.MAX_DOTS_PROGRESSIVE : PlanLimits.MAX_DOTS);
    if (jpeg[at + 9] == 4) {
      throw new Flawed(Flaw.FOR_PRINTERS);
    }
    return new PixelSize(width, height);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static int unsigned16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
