package org.sightline.network.filing;

import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Filing;

/// One filing run with its exercise.
///
/// @param id of the session
record Run(Exercise exercise, UUID id, Filing filing) {

  WorkspaceId work() {
    return exercise.id();
  }

  /// Where its page lies.
  String at() {
    return at(exercise.id().toString(), id.toString());
  }

  static String at(String exercise, String session) {
    return "/network/exercises/%s/sessions/%s/filing"
        .formatted(WorkspaceId.of(exercise), Ids.parse(session));
  }
}
