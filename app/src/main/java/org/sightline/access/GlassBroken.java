package org.sightline.access;

import org.sightline.kernel.WorkspaceId;

/// Somebody opened a workspace by break-glass, or nobody has reviewed it in time. Published inside
/// a process of the system, so that a mail goes out with it or not at all; it says nothing of whom.
///
/// @param overdue whether it is told again because nobody has reviewed it in time
public record GlassBroken(WorkspaceId workspace, boolean overdue) {}
