/// What somebody has to look at: how Sightline is used, and how the audit does (AU-08). No alert
/// names anybody a record is about.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.GOVERNANCE, Role.ADMINISTRATOR})
@NullMarked
package org.sightline.access.alerts;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
