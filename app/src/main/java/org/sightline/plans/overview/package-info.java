/// The intervention plan on one page, on screen and on paper.
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
package org.sightline.plans.overview;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
