/// How alike two values are, and the levels in which we say so.
@NullMarked
package org.sightline.linkage.comparing;

import org.jspecify.annotations.NullMarked;
