/// Deciding about a concern, with an outcome and a reason.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD})
@NullMarked
package org.sightline.concerns.deciding;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
