/// Counting the reasons that were given for each zone (A64).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.FACILITATOR})
@NullMarked
package org.sightline.engagement.results.reasons;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
