/// The actions somebody is accountable for, as days and lights.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST, Role.SAFEGUARDING_LEAD})
@NullMarked
package org.sightline.plans.own;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
