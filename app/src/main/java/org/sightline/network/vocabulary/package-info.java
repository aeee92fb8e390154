/// The words one chooses from when an exercise is opened.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST, Role.SAFEGUARDING_LEAD, Role.GOVERNANCE})
@NullMarked
package org.sightline.network.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
