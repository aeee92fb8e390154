/// Running a session: the run sheet with what to say now, its timers, cues, counts and notes. One
/// screen that goes on working when the connection is lost (A22 to A27, A46 to A57).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.FACILITATOR})
@NamedInterface("running")
@NullMarked
package org.sightline.engagement.running;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.modulith.NamedInterface;
