package org.sightline.access.colleagues;

import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;

/// A role at a school, as the forms name it.
record Chosen(WorkspaceId school, Role role) {

  static Chosen of(String text) {
    String[] parts = text.split(" ", 2);
    try {
      return new Chosen(
          new WorkspaceId(Ids.parse(parts[0])), Role.valueOf(parts[parts.length - 1]));
    } catch (IllegalArgumentException neither) {
      throw new NotThere();
    }
  }
}
