/// Keying paper maps: one page for a pile, by keyboard; a second person may key the same pile and
/// only differences are shown (issue 2, Marks 2; practice.md, Slips and paper). Also the labels of
/// printed sheets, because a label is what a sheet is keyed by.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.FACILITATOR})
@NamedInterface("keying")
@NotKept
@NullMarked
package org.sightline.engagement.keying;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.NotKept;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.modulith.NamedInterface;
