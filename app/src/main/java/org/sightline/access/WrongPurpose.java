package org.sightline.access;

import org.sightline.kernel.WorkspaceId;

/// The agreements this piece of work relies on do not allow it to be opened for this (AC-03).
final class WrongPurpose extends RuntimeException {

  private final transient WorkspaceId workspace;
  private final OpeningPurpose purpose;

  WrongPurpose(WorkspaceId workspace, OpeningPurpose purpose) {
    super(null, null, false, false);
    this.workspace = workspace;
    this.purpose = purpose;
  }

  WorkspaceId workspace() {
    return workspace;
  }

  OpeningPurpose purpose() {
    return purpose;
  }
}
