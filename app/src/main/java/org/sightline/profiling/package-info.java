/// Lists from many agencies: overlaps, shared contexts, and a disclosure-safe profile.
@NullMarked
package org.sightline.profiling;

import org.jspecify.annotations.NullMarked;
