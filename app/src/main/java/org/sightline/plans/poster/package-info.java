/// What students are told: the poster "You said, we did".
@OpenTo(
    site = Site.STAFF,
    roles = {
      Role.ROUND_OWNER,
      Role.SAFEGUARDING_LEAD,
      Role.HEAD,
      Role.DEPUTY_LEAD,
      Role.FACILITATOR
    })
@NullMarked
package org.sightline.plans.poster;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
