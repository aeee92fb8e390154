/// Prints machine-readable sheets and reads photographs of them, treating every file as hostile.
@NullMarked
package org.sightline.scan;

import org.jspecify.annotations.NullMarked;
