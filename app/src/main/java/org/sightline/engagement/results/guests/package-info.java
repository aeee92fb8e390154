/// The results of a round as a guest sees them (AC-19).
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.engagement.results.guests;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
