/// Signing in and out of the staff site. Simple sign-ins of the demonstration only, until passkeys
/// come.
@OpenTo(site = Site.STAFF, everyone = true)
@NullMarked
package org.sightline.access.signingin;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
