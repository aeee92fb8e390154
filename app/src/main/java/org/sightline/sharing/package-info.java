/// Agreements and purposes: what may leave an agency, for what, to whom.
@NullMarked
package org.sightline.sharing;

import org.jspecify.annotations.NullMarked;
