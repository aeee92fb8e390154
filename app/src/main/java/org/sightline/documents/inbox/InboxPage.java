package org.sightline.documents.inbox;

import java.util.List;
import org.sightline.documents.Inbox;

/// What waits, the latest first.
public record InboxPage(List<Inbox.Entry> entries) {

  public InboxPage {
    entries = List.copyOf(entries);
  }
}
