/// Who took which copy, when, for what and for whom: one's own, and those of the work one looks
/// after. Reading it is recorded.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.documents.taken;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
