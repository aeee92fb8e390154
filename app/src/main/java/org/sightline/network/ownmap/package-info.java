/// What a young person draws of the people around them, in their own words (B95 to B102).
@NullMarked
package org.sightline.network.ownmap;

import org.jspecify.annotations.NullMarked;
