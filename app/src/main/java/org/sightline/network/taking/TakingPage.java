package org.sightline.network.taking;

import java.util.List;
import org.sightline.documents.Purpose;
import org.sightline.kernel.WorkspaceId;

/// What of a map can be taken out.
public record TakingPage(WorkspaceId work, String title, Purpose purpose) {

  public String base() {
    return "/network/maps/" + work;
  }

  public List<String> pictures() {
    return Taken.pictures();
  }

  public List<String> tables() {
    return Taken.tables();
  }

  public List<String> maps() {
    return Taken.maps();
  }

  public String here() {
    return base() + "/copies";
  }
}
