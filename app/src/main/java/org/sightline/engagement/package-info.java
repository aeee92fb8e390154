/// Hotspot sessions with students, from planning a round to giving the results back.
@NullMarked
package org.sightline.engagement;

import org.jspecify.annotations.NullMarked;
