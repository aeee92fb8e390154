/// Who delivers what, where, on which issue, until when.
@NullMarked
package org.sightline.provision;

import org.jspecify.annotations.NullMarked;
