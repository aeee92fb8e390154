/// The letter to the council, its reply, and whom to write to.
@OpenTo(
    site = Site.STAFF,
    roles = {
      Role.ROUND_OWNER,
      Role.SAFEGUARDING_LEAD,
      Role.HEAD,
      Role.DEPUTY_LEAD,
      Role.ADMINISTRATOR
    })
@NullMarked
package org.sightline.plans.council;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
