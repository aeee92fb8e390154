package org.sightline.documents.inbox;

import java.util.List;
import org.sightline.documents.Inbox;
import org.sightline.web.WaitingPlace;

/// What waits, the latest first.
///
/// @param places pages on which more waits, without a notice
public record InboxPage(List<Inbox.Entry> entries, List<WaitingPlace> places) {

  public InboxPage {
    entries = List.copyOf(entries);
    places = List.copyOf(places);
  }
}
