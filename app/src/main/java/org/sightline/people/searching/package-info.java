/// Searching the records that are open to the reader.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST})
@NullMarked
package org.sightline.people.searching;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
