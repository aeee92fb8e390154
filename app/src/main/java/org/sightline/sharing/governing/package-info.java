/// Writing agreements, bringing them into force, and keeping the list of organisations.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.GOVERNANCE, Role.HEAD})
@NullMarked
package org.sightline.sharing.governing;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
