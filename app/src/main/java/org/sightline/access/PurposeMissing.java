package org.sightline.access;

import org.sightline.kernel.WorkspaceId;

/// Somebody has to say first what they have this piece of work open for.
final class PurposeMissing extends RuntimeException {

  private final transient WorkspaceId workspace;

  PurposeMissing(WorkspaceId workspace) {
    super(null, null, false, false);
    this.workspace = workspace;
  }

  WorkspaceId workspace() {
    return workspace;
  }
}
