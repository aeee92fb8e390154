/// Bank holidays, term dates and other days on which a school is shut.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.clocks.calendars;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
