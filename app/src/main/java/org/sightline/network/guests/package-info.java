/// A mapping session as its guests see it (AC-19).
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.network.guests;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
