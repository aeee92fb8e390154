/// Taking a map out of Sightline: as a picture with its legend and date, and as files for other
/// programs. Stamped and recorded where the form of the file has a place for a stamp; no young
/// person is named as a source in any of them.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.CHAIR, Role.PRACTITIONER, Role.ANALYST})
@NullMarked
package org.sightline.network.taking;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
