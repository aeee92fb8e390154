/// What somebody signs in with, and where they are signed in (AN-08, AN-11).
@OpenTo(site = Site.STAFF)
@NotKept
@NullMarked
package org.sightline.access.account;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.NotKept;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
