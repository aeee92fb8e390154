/// Consent to take part: the words of the form in versions, who was invited, and what they said
/// (A21, A38, A77 to A86, ST-09 to ST-11). Stored in a schema of its own, with no key to any map.
@OpenTo(
    site = Site.STAFF,
    roles = {
      Role.ROUND_OWNER,
      Role.FACILITATOR,
      Role.SAFEGUARDING_LEAD,
      Role.DEPUTY_LEAD,
      Role.HEAD
    })
@NullMarked
package org.sightline.engagement.consent;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
