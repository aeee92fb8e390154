/// Disclosures, behind a wall: what is written here never comes back to the room.
@NullMarked
package org.sightline.concerns;

import org.jspecify.annotations.NullMarked;
