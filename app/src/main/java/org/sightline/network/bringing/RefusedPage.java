package org.sightline.network.bringing;

import java.util.UUID;
import org.sightline.documents.Purpose;
import org.sightline.kernel.WorkspaceId;

/// The rows of a file that cannot be taken, to be fetched as a table.
///
/// @param rows how many there are
public record RefusedPage(WorkspaceId work, String title, UUID brought, int rows, Purpose purpose) {

  public String file() {
    return "/network/maps/" + work + "/import/" + brought;
  }

  public String here() {
    return file() + "/refused";
  }
}
