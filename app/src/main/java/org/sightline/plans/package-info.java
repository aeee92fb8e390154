/// Issue, action, owner, due date, light: the intervention plan every feature uses.
@NullMarked
package org.sightline.plans;

import org.jspecify.annotations.NullMarked;
