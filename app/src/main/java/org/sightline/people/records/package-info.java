/// The people a piece of work holds, and one record with its history.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST})
@NullMarked
package org.sightline.people.records;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
