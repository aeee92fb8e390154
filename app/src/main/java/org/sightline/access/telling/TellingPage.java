package org.sightline.access.telling;

import java.util.List;
import org.sightline.access.WorkUses.Use;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Answers;

/// How a piece of work is used, and who was told: the last first.
///
/// @param title what its members call it
/// @param chair whether the reader says what is so from now on
public record TellingPage(
    WorkspaceId work, String title, List<Use> uses, boolean chair, Answers form) {

  public TellingPage {
    uses = List.copyOf(uses);
  }

  public String piece() {
    return "/casework/" + work;
  }

  public String action() {
    return piece() + "/telling";
  }
}
