/// Prompts for assessments after mapping, and what was decided about their thresholds.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST, Role.SAFEGUARDING_LEAD})
@NullMarked
package org.sightline.network.assessments;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
