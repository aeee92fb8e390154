package org.sightline.sharing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.WorkspaceId;

/// Somebody who can be a party to an agreement, or receive something.
///
/// @param school which school of ours it stands for, or `null`
/// @param retired no longer offered; what was shared with it stays
public record Organisation(
    UUID id, OrganisationKind kind, String name, @Nullable WorkspaceId school, boolean retired) {

  public boolean isSchool(WorkspaceId workspace) {
    return workspace.equals(school);
  }
}
