@NullMarked
package org.sightline;

import org.jspecify.annotations.NullMarked;
