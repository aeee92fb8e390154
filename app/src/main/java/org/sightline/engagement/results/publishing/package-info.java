/// Making the results of a round, and raising the zones that need an outcome (A33, A66).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD})
@NullMarked
package org.sightline.engagement.results.publishing;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
