package org.sightline.engagement.planning;

import org.sightline.kernel.WorkspaceId;

/// A session has started: marks may come. Heard inside the transaction that starts it.
public record SessionStarted(SessionId session, WorkspaceId round) {}
