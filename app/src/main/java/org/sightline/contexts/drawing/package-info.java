/// Drawing the school: its floors, and the zones on them, by mouse, by touch, or by keyboard in the
/// table beside the drawing (A42 to A44, A62, A63).
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
package org.sightline.contexts.drawing;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
