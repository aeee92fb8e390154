/// Closing a session: no more marks, and the order in which they came is destroyed. It shows how
/// many maps went out and came in, and nothing else (practice.md, Small groups).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.FACILITATOR})
@NullMarked
package org.sightline.engagement.closing;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
