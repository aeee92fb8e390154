/// Issue, action, owner, due date, light: the intervention plan every feature uses.
///
/// Features call [Plans]; what they know of a piece of work they tell through [PlannedWork]. The
/// pages lie in the sub-packages.
@NullMarked
package org.sightline.plans;

import org.jspecify.annotations.NullMarked;
