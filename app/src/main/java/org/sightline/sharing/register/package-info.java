/// The register of information sharing agreements, for everybody who is signed in.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.sharing.register;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
