/// One run from lists to files, as every command that links does it.
@NullMarked
package org.sightline.linkage.running;

import org.jspecify.annotations.NullMarked;
