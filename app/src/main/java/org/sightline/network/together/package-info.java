/// Young people's own maps: who draws one with whom, the pages they draw it on, and how it stands
/// beside the map of the professionals.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST})
@NullMarked
package org.sightline.network.together;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
