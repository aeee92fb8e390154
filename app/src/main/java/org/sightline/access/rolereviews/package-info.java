/// Looking through who holds which role, once a quarter (AC-17).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.SAFEGUARDING_LEAD, Role.HEAD, Role.GOVERNANCE, Role.CHAIR})
@NullMarked
package org.sightline.access.rolereviews;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
