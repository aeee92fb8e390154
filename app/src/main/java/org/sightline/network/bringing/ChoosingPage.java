package org.sightline.network.bringing;

import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Answers;

/// Choosing the files to bring.
public record ChoosingPage(WorkspaceId work, String title, Answers form) {

  public String base() {
    return "/network/maps/" + work;
  }
}
