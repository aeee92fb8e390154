/// Choosing what becomes of an issue.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
@NullMarked
package org.sightline.plans.outcomes;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
