/// Taking one's own map out with the code on the slip, on the student site (A30, A31, ST-06 to
/// ST-08).
@OpenTo(site = Site.STUDENT)
@NullMarked
package org.sightline.engagement.withdrawing;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
