package org.sightline.documents.picking;

import java.util.List;
import org.sightline.documents.PickUps;

/// What the reader can pick up: all of it, or one.
public record PickingPage(List<PickUps.Left> all) {

  public PickingPage {
    all = List.copyOf(all);
  }

  public PickUps.Left one() {
    return all.getFirst();
  }
}
