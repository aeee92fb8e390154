/// One's own calendar: the address for one's own device.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.clocks.owncalendar;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
