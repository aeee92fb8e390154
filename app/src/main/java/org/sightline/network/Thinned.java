package org.sightline.network;

import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;

/// Somebody or something was taken out of an exercise, or said to be another, or put back: what was
/// handed to others of it is made anew (AC-08). Published inside the process that does it.
record Thinned(SignedIn who, WorkspaceId work) {}
