/// Opening a workspace in an emergency, and giving it back (AC-09).
@OpenTo(
    site = Site.STAFF,
    roles = {
      Role.ROUND_OWNER,
      Role.FACILITATOR,
      Role.SAFEGUARDING_LEAD,
      Role.DEPUTY_LEAD,
      Role.HEAD,
      Role.CHAIR,
      Role.PRACTITIONER,
      Role.ANALYST
    })
@NullMarked
package org.sightline.access.breakglass;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
