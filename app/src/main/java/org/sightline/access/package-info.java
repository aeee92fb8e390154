/// Who may come in, and which workspaces are open to them: people who sign in, their memberships,
/// and the rule that a journey is open to.
@NullMarked
package org.sightline.access;

import org.jspecify.annotations.NullMarked;
