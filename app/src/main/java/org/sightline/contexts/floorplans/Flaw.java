package org.sightline.contexts.floorplans;

/// Why a file cannot become a plan, each with what to do about it.
///
/// The reading process answers with the name of a flaw and never with words of its own, so that a
/// file that takes that process over still cannot choose what we say.
enum Flaw {
  EMPTY("This file is empty: check that it opens on your computer, then choose it again."),
  TOO_HEAVY(
      "This file is larger than 20 MB: save the plan as a smaller picture, or only its page of the"
          + " PDF, and choose that."),
  TOO_MANY_DOTS(
      "This picture has too many dots to open safely (more than 80 million, or 40 million in a"
          + " progressive JPEG): save it with a long side of about 2,400 dots and choose that."),
  TOO_SMALL(
      "This picture is under 200 dots wide or high, too small to draw zones on: choose a larger"
          + " copy of the plan."),
  TOO_THIN(
      "This plan is more than twelve times as long as it is wide: cut it into parts and add each as"
          + " a floor of its own."),
  DAMAGED(
      "This file is damaged or cut short: open it on your computer, save it again and choose the"
          + " new file."),
  FOR_PRINTERS(
      "This picture is saved in the four colours of a printing press (CMYK): save it as an ordinary"
          + " RGB picture and choose that."),
  LOCKED_PDF(
      "This PDF is locked or has a password: save or print it to a new PDF without one and choose"
          + " that."),
  NO_PAGES("This PDF has no pages: save the plan again as a PDF or a picture and choose that."),
  TOO_MANY_PAGES(
      "This PDF has more than 20 pages: save the page with the plan as a file of its own and choose"
          + " that."),
  NO_SUCH_PAGE("This PDF has no page with that number: choose one of the pages it has."),
  SCRIPTS(
      "This PDF has scripts in it, or things that open or send other files: print it to a new PDF,"
          + " or save the page as a picture, and choose that."),
  FILES_INSIDE(
      "This PDF has other files or films packed inside it: print it to a new PDF, or save the page"
          + " as a picture, and choose that."),
  ABSURD_PAGE(
      "The page in this PDF has a size no plan has: print it to a PDF on A4 or A3 paper and choose"
          + " that."),
  HUGE_PICTURE_INSIDE(
      "This PDF holds a picture with more than 80 million dots: save the page as a picture with a"
          + " long side of about 2,400 dots and choose that."),
  UNREADABLE_PICTURE_INSIDE(
      "This PDF holds a picture in a form we cannot read (JPEG 2000 or JBIG2): save the page as a"
          + " PNG or JPEG picture and choose that."),
  TOO_MUCH_WORK(
      "This file took too much time or memory to open: save the plan as a plain PNG or JPEG picture"
          + " and choose that."),
  BUSY("Other plans are being opened at the moment: wait a minute and choose this one again.");

  private final String sentence;

  Flaw(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
