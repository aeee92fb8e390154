/// Checkpoints of the audit, signed and delivered to where the database's roles cannot write: what
/// finds a chain that was rewritten as a whole (AU-04).
@NamedInterface("checkpoints")
@NullMarked
package org.sightline.audit.checkpoints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
