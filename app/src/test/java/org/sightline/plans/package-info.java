@NullMarked
package org.sightline.plans;

import org.jspecify.annotations.NullMarked;
