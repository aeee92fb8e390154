/// One concern: what it says, what is due, what happened. Opening it is recorded.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD})
@NullMarked
package org.sightline.concerns.reading;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
