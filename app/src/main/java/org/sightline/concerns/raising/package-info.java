/// Raising a concern, at any stage and by anybody who works with a school, and keeping the receipt.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.concerns.raising;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
