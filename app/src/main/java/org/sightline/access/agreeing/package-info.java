/// Where the second of two people agrees, or sees that another has to (AC-12).
@OpenTo(
    site = Site.STAFF,
    roles = {
      Role.ROUND_OWNER,
      Role.SAFEGUARDING_LEAD,
      Role.DEPUTY_LEAD,
      Role.HEAD,
      Role.CHAIR,
      Role.PRACTITIONER,
      Role.ANALYST
    })
@NullMarked
package org.sightline.access.agreeing;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
