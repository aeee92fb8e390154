/// Signing in and out of the staff site: passkeys first, a password with a one-time code besides
/// (AN-01).
@OpenTo(site = Site.STAFF, everyone = true)
@NotKept
@NullMarked
package org.sightline.access.signingin;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.NotKept;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
