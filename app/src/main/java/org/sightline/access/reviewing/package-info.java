/// Saying what came of a broken glass (AC-09).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.GOVERNANCE, Role.CHAIR})
@NullMarked
package org.sightline.access.reviewing;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
