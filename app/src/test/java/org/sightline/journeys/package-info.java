/// What people do from one end to the other, in a real browser: across modules, as each kind of
/// user.
@NullMarked
package org.sightline.journeys;

import org.jspecify.annotations.NullMarked;
