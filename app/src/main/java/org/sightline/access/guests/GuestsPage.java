package org.sightline.access.guests;

import java.util.List;
import org.sightline.access.GuestDesk;
import org.sightline.access.Packs;
import org.sightline.web.Answers;

/// One pack: who was asked to it, and the form to ask somebody.
public record GuestsPage(Packs.Pack pack, List<GuestDesk.Given> given, Answers form) {

  public GuestsPage {
    given = List.copyOf(given);
  }

  public String action() {
    return "/guests/" + pack.id();
  }
}
