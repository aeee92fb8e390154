/// Editing the school's library of measures.
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
package org.sightline.plans.library;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
