/// The queue of concerns, for those who follow them up. The head is among them for concerns about
/// an adult.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.SAFEGUARDING_LEAD, Role.DEPUTY_LEAD, Role.HEAD})
@NullMarked
package org.sightline.concerns.queue;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
