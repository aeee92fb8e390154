package org.sightline.network.versions;

import java.util.List;
import java.util.Set;
import org.sightline.network.Exercise;
import org.sightline.network.drawing.View;
import org.sightline.web.Answers;

/// One version, to be read.
///
/// @param view the map as it was, and after it what came since
/// @param came by id, what is on the map now and not in this version
/// @param gone by id, what is in this version and not on the map now
/// @param differently what was seen differently, with who noted it
/// @param session its meeting, by id
public record VersionPage(
    Exercise exercise,
    VersionsPage.Line version,
    View view,
    Set<String> came,
    Set<String> gone,
    List<String> differently,
    String session,
    boolean mayTakeBack,
    Answers form) {

  public String base() {
    return "/network/maps/" + exercise.id();
  }

  public String here() {
    return base() + "/versions/" + version.id();
  }
}
