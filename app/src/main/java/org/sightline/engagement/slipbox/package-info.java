/// The slip box: staff type the codes of slips that were put in a box at school, without seeing
/// what they delete (practice.md, Slips and paper).
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
package org.sightline.engagement.slipbox;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
