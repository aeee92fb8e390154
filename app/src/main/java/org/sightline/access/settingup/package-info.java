/// One-time links: choosing how to sign in, and the very first start (AN-08, AN-09).
@OpenTo(site = Site.STAFF, everyone = true)
@NotKept
@NullMarked
package org.sightline.access.settingup;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.NotKept;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
