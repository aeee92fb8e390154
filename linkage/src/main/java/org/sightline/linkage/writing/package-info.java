/// The files a run leaves behind, each under its own name only when it is whole.
@NullMarked
package org.sightline.linkage.writing;

import org.jspecify.annotations.NullMarked;
