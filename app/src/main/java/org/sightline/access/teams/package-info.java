/// Teams of an agency: what a school is to rounds, they are to casework.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ADMINISTRATOR, Role.GOVERNANCE})
@NullMarked
package org.sightline.access.teams;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
