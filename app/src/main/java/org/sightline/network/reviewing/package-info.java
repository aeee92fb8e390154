/// The end of a mapping meeting: a review goes through everything on the map, what was not asked
/// yet is answered or turned into gaps, and the meeting's version is sealed.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST})
@NullMarked
package org.sightline.network.reviewing;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
