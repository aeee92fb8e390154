package org.sightline.engagement.planning;

import org.sightline.kernel.WorkspaceId;

/// A session has closed: no more marks. Heard inside the transaction that closes it.
public record SessionClosed(SessionId session, WorkspaceId round) {}
