/// Values that every module speaks: ids, roles, levels, and the two ways of saying no.
@NullMarked
package org.sightline.kernel;

import org.jspecify.annotations.NullMarked;
