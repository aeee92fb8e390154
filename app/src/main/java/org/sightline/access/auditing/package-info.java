/// Who saw what, when and why: the audit as the governance reader reads it, who has no other right
/// to a record (AU-06).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.GOVERNANCE})
@NullMarked
package org.sightline.access.auditing;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
