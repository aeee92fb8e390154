/// Which pairs are worth comparing.
@NullMarked
package org.sightline.linkage.blocking;

import org.jspecify.annotations.NullMarked;
