@NullMarked
package org.sightline.clocks;

import org.jspecify.annotations.NullMarked;
