/// What a guest sees: the packs they were asked to, until each ends (AC-19).
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.access.packs;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
