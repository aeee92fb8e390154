/// Asking guests to a pack, seeing who was asked, and ending it (AC-19).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD, Role.CHAIR})
@NullMarked
package org.sightline.access.guests;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
