/// The pack of a session to print: plan sheets with their slips, forms, cards, lists and questions
/// (A42, A45 to A47, A55, A57, A77; practice.md, The room and Slips and paper). Nothing that is
/// printed is kept.
@OpenTo(
    site = Site.STAFF,
    roles = {Role.ROUND_OWNER, Role.FACILITATOR})
@NamedInterface("pack")
@NullMarked
package org.sightline.engagement.pack;

import org.jspecify.annotations.NullMarked;
import org.sightline.kernel.Role;
import org.sightline.web.OpenTo;
import org.sightline.web.Site;
import org.springframework.modulith.NamedInterface;
