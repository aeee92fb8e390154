/// Printing a record, and telling those who got a copy of a correction.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST})
@NullMarked
package org.sightline.people.copies;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
