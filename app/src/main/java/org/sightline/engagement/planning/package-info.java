/// Planning: a round has sessions; each session walks the nine set-up steps and cannot start
/// without a disclosure response plan (A08 to A19, A25).
@OpenTo(
    site = Site.STAFF,
    roles = {
      Role.ROUND_OWNER,
      Role.FACILITATOR,
      Role.SAFEGUARDING_LEAD,
      Role.DEPUTY_LEAD,
      Role.HEAD
    })
@NamedInterface("planning")
@NullMarked
package org.sightline.engagement.planning;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.modulith.NamedInterface;
