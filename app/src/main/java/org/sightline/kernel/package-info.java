/// Values that every module may use.
@NullMarked
package org.sightline.kernel;

import org.jspecify.annotations.NullMarked;
