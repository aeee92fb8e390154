/// Invented boroughs whose truth is known, and what the linkage engine makes of them.
@NullMarked
package org.sightline.bench.linkage;

import org.jspecify.annotations.NullMarked;
