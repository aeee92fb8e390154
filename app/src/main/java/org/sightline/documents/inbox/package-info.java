/// What waits for the person who is signed in.
@OpenTo(site = Site.STAFF)
@NullMarked
package org.sightline.documents.inbox;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
