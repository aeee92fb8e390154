/// Asking whether a young person is known to any team, and answering.
@OpenTo(
    site = Site.STAFF,
    roles = {
      Role.CHAIR,
      Role.PRACTITIONER,
      Role.ANALYST,
      Role.SAFEGUARDING_LEAD,
      Role.DEPUTY_LEAD,
      Role.HEAD
    })
@NullMarked
package org.sightline.people.signposting;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
