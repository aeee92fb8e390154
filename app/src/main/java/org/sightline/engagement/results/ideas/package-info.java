/// Ideas from the discussions: put into words, approved, taken into the plan (A75, A76).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.FACILITATOR})
@NullMarked
package org.sightline.engagement.results.ideas;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
