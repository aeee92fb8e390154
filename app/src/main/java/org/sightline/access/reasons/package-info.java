/// Why somebody can see something, and how they step back from it (issue 3, Need to know).
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.access.reasons;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
