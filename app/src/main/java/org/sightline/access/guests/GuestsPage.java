package org.sightline.access.guests;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.access.GuestDesk;
import org.sightline.access.Packs;
import org.sightline.access.Packs.Without;
import org.sightline.web.Answers;

/// One pack: who was asked to it, and the form to ask somebody.
///
/// @param without what guests do not see, or `null` for a pack that leaves nothing out
public record GuestsPage(
    Packs.Pack pack, List<GuestDesk.Given> given, @Nullable Without without, Answers form) {

  public GuestsPage {
    given = List.copyOf(given);
  }

  public String action() {
    return "/guests/" + pack.id();
  }
}
