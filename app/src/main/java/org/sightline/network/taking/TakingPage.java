package org.sightline.network.taking;

import org.sightline.documents.Purpose;
import org.sightline.kernel.WorkspaceId;

/// What of a map can be taken out.
public record TakingPage(WorkspaceId work, String title, Purpose purpose) {

  public String base() {
    return "/network/maps/" + work;
  }

  public String here() {
    return base() + "/copies";
  }
}
