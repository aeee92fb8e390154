/// How many people there are, and how many are on several lists, with a range.
@NullMarked
package org.sightline.linkage.counting;

import org.jspecify.annotations.NullMarked;
