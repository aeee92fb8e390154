/// What the codes in other organisations' records mean here (E44), for everybody who is signed in.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.sharing.codes;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
