/// Whom those who look after a workspace keep away from it (AC-06).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.GOVERNANCE, Role.CHAIR})
@NullMarked
package org.sightline.access.conflicts;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
