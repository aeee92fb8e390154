/// The people of an installation, and who gives them which role (AC-11).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ADMINISTRATOR, Role.HEAD, Role.SAFEGUARDING_LEAD, Role.GOVERNANCE, Role.CHAIR})
@NullMarked
package org.sightline.access.colleagues;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
