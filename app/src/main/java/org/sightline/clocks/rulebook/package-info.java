/// The rule book as a page that everybody reads and governance officers change.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.clocks.rulebook;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
