package org.sightline.network.drawing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Answers;

/// The form by which something new comes onto the map.
///
/// @param edit its id: sent twice, it is drawn once
/// @param nodes what a line can lead to, by id; for new nodes, who is written down already and not
///     on the map
/// @param said what has just happened, or `null`
/// @param part whether it stands beside the picture
public record AddingPage(
    WorkspaceId work,
    String title,
    UUID edit,
    long seen,
    Answers form,
    List<Question> questions,
    Map<String, String> nodes,
    @Nullable String said,
    boolean part) {

  public String base() {
    return "/network/maps/" + work;
  }
}
