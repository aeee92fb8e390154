package org.sightline.scan;

/// Why a page was not read, and what to do. The order is that of the checks.
public enum Refusal {
  NO_FILE("There is no such file."),
  DIRECTORY("This is a directory, not a file. Give the pictures in it."),
  EMPTY("The file is empty. Send it again."),
  TOO_LARGE("The file is larger than 500 MB. Send the pages in several files."),
  HEIC(
      "This is a HEIC picture, which cannot be read. On an iPhone, choose Settings, Camera, Formats, Most Compatible, and take the pictures again; or send them as JPEG."),
  NOT_A_PICTURE("This is no picture we can read. Send JPEG, PNG, WebP, TIFF or PDF."),
  ANIMATED("This picture moves. Send a JPEG or PNG of the sheet."),
  TOO_MANY_PIXELS(
      "The picture claims more than 80 million pixels. Scan at 300 dots per inch, or take it with an ordinary telephone camera."),
  TOO_FEW_PIXELS(
      "The picture is too small to be read. Scan at 200 dots per inch or more, or send the photograph in its full size."),
  DAMAGED("The picture is damaged or was cut off on the way. Send it again."),
  PASSWORD("The PDF is locked with a password. Save it without one and send it again."),
  TOO_MANY_PAGES("The file has more than 200 pages. Send it in parts."),
  NO_PAGES("The PDF has no pages."),
  NO_SUCH_PAGE("The file has no such page."),
  TOO_LONG("The page took too long to open and was left out. Send it as JPEG or PNG."),
  TOO_MUCH_MEMORY(
      "The page needs more memory than is allowed and was left out. Send it as JPEG or PNG."),
  UNPACKS_TO_TOO_MUCH(
      "The page unpacks to far more than a sheet holds, and was left out. Scan the sheet again, or send it as JPEG or PNG."),
  NOT_OPENED(
      "The file took too long to open, or too much memory, and none of its pages was read. Save each page as JPEG or PNG and send them."),
  GREY("The picture has no colours: it was scanned or saved in grey. Scan it again in colour."),
  BLANK_PAGE("This page is empty: it looks like the back of a sheet. Nothing was read from it."),
  TOO_FEW_MARKERS(
      "Too few corner marks are in the picture. Take it again with the whole sheet in it, flat and sharp, and nothing over the black squares. If the squares have been coloured over, key this sheet by hand."),
  NOT_WHOLE(
      "Part of the sheet is outside the picture, the square code too. Take it again with the whole sheet in it."),
  TWO_SHEETS("Two sheets are in this picture. Take a picture of each on its own."),
  BENT("The sheet is bent or folded too much. Lay it flat and take the picture again."),
  BLURRED(
      "The picture is blurred or too small to read the square code. Take it again from nearer, with a steady hand."),
  CODE_HIDDEN(
      "The square code on the sheet cannot be read. Take the picture again with nothing over it, sharp and without glare."),
  OTHER_SHEET("This code is not one of ours. Only sheets printed here can be read."),
  OTHER_LAYOUT(
      "This sheet belongs to another layout, perhaps of another session. Read it with the layout it was printed from."),
  OTHER_SESSION("This sheet was not printed for this session. Look which pile it belongs to."),
  SAME_SHEET("This sheet has been read already in this pile. It is counted once."),
  FAILED("The page could not be read. Take the picture again, or key this sheet by hand.");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
