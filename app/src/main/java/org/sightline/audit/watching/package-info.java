/// Looks at the audit while it grows, and raises an alert for what somebody has to look at (AU-08).
@NullMarked
package org.sightline.audit.watching;

import org.jspecify.annotations.NullMarked;
