/// Pairs become people, cut where a chain hangs on one weak bridge.
@NullMarked
package org.sightline.linkage.clustering;

import org.jspecify.annotations.NullMarked;
