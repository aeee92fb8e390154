/// Pictures of a plan and its zones, as SVG for screen and paper.
@NullMarked
package org.sightline.engagement.pictures;

import org.jspecify.annotations.NullMarked;
