/// What somebody typed and had not sent when their session ended: kept while they type, listed and
/// thrown away (AN-10).
@OpenTo(site = Site.STAFF)
@NotKept
@NullMarked
package org.sightline.access.unsent;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.NotKept;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
