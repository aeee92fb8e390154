/// The sharing desk: preparing, checking and sending something, passing on a risk of harm, and
/// recording what was not shared.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.sharing.desk;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
