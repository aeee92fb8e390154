package org.sightline.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// A sheet that comes back, and the wait until it is read.
public final class DroppedPile {

  private static final int TRIES = 300;

  private DroppedPile() {}

  /// Prints a sheet of a session, colours it, drops it, and waits until it is read.
  ///
  /// @param session the address of an open session
  public static void drop(Visitor visitor, String session) {
    byte[] printed =
        visitor
            .post(
                session + "/pack/printing",
                "part",
                "plan-sheets",
                "plan-sheets",
                "1",
                "paper",
                "as-plan")
            .response()
            .body();
    visitor.drop(session + "/pile/files", "sheet.pdf", inTwoPencils(printed));
    if (!isRead(visitor, session + "/pile")) {
      throw new IllegalStateException("The pile was not read");
    }
  }

  /// Two pencils across the whole plan: many places in doubt.
  public static byte[] inTwoPencils(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var page = document.getPage(0);
      var size = page.getMediaBox();
      try (var pen =
          new PDPageContentStream(
              document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
        for (int row = 0; row < 24; row++) {
          pen.setNonStrokingColor(row % 2 == 0 ? 0.9f : 0.2f, row % 2 == 0 ? 0.2f : 0.7f, 0.25f);
          pen.addRect(
              size.getWidth() * 0.12f,
              size.getHeight() * (0.3f + row * 0.022f),
              size.getWidth() * 0.76f,
              size.getHeight() * 0.011f);
          pen.fill();
        }
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits, half a minute at the most.
  public static boolean isRead(Visitor visitor, String pile) {
    for (int i = 0; i < TRIES; i++) {
      if (visitor.get(pile).page().select("#pile[data-reading=no]").size() == 1) {
        return true;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return false;
  }
}
