/// To whom a worry or a request goes in each organisation (H03), for everybody who is signed in.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.sharing.pathways;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
