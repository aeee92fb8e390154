/// Information requests and Fair Access Panel referrals.
@NullMarked
package org.sightline.forms;

import org.jspecify.annotations.NullMarked;
