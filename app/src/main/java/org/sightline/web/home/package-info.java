/// The first page of each site leads on to where the work is.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.web.home;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
