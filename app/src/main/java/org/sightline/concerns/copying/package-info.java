/// One concern for the school's own record system, by the safeguarding lead.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.SAFEGUARDING_LEAD})
@NullMarked
package org.sightline.concerns.copying;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
