/// Writing down what is said about somebody, and correcting it.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST})
@NullMarked
package org.sightline.people.statements;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
