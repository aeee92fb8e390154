/// The calendar at an address that only its owner knows. Nobody signs in there.
@OpenTo(site = Site.STAFF, everyone = true)
@NullMarked
package org.sightline.clocks.feed;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
