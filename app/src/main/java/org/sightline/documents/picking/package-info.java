/// Picking a copy up, once, by whom it was left for (EX-06, EX-07).
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.documents.picking;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
