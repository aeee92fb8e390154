package org.sightline.engagement.pile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.SessionId;

/// A pile as whoever dropped it sees it: how far it is, and what was refused. Never what is on a
/// sheet.
///
/// @param read pages that were read or refused
/// @param of pages there are, as far as is known
/// @param more whether files were not opened yet, so that there may be more pages
/// @param left how long it will take, in words, or `null` where it cannot be said
/// @param reading whether it is being read now
/// @param stuck whether no process can be started to read it
/// @param staged sheets that count
/// @param waiting sheets that wait for a decision or for their other pages
/// @param toLookAt places that nobody has decided
/// @param looked places that were decided
/// @param refused pages that were not read
/// @param byHand labels of sheets to key from the paper
/// @param yearless labels of sheets on which more than one year is ticked
/// @param writing labels of sheets that went to the safeguarding lead
/// @param checked places on which reader and person were compared, in finished piles; 0 before
/// @param agreed of `checked`
/// @param others pages and unread files of colleagues' piles that wait
public record PilePage(
    SessionId session,
    int read,
    int of,
    boolean more,
    @Nullable String left,
    boolean reading,
    boolean stuck,
    int staged,
    int waiting,
    int toLookAt,
    int looked,
    List<Line> refused,
    List<String> byHand,
    List<String> writing,
    List<String> yearless,
    int checked,
    int agreed,
    int others,
    @Nullable String problem) {

  public PilePage {
    refused = List.copyOf(refused);
    byHand = List.copyOf(byHand);
    writing = List.copyOf(writing);
    yearless = List.copyOf(yearless);
  }

  /// @param file the name it came with
  /// @param page of the file, or 0 where it has only one
  public record Line(String file, int page, String sentence) {}

  static String base(SessionId session) {
    return "/engagement/sessions/" + session + "/pile";
  }

  public String base() {
    return base(session);
  }

  public boolean isEmpty() {
    return of == 0;
  }

  public boolean canFinish() {
    return !reading && (waiting > 0 || toLookAt + looked > 0);
  }
}
