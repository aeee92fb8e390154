/// Piles of coloured sheets, photographed or scanned: dropped on a page, read by `scan` in
/// processes of their own, looked at by a person where the reader is in doubt, and staged as keyed
/// sheets (issue 5; ST-14; practice.md, Slips and paper).
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.FACILITATOR})
@NotKept
@NullMarked
package org.sightline.engagement.pile;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.NotKept;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
