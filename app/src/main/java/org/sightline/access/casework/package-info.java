/// Opening a piece of work about people, its purpose, and who works on it.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST, Role.SAFEGUARDING_LEAD})
@NullMarked
package org.sightline.access.casework;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
