/// Showing again who one is, before what cannot be taken back (AN-12).
@OpenTo(site = Site.STAFF)
@NotKept
@NullMarked
package org.sightline.access.signingagain;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.NotKept;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
