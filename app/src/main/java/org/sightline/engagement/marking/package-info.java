/// The student site from joining with a class code to the slip (issue 2, Marks 1; A20, A39 to A50;
/// ST-06, ST-17). No sign-in, nothing kept in the browser afterwards, nothing written about who
/// came when.
@OpenTo(site = Site.STUDENT)
@NullMarked
package org.sightline.engagement.marking;

import org.jspecify.annotations.NullMarked;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
