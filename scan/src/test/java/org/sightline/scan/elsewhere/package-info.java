/// Sheets that nothing was tuned on: other buildings, other hands, other scanners and another
/// telephone than those of the classroom, made on other principles, so that a reader that has only
/// learnt the classroom shows it here.
@NullMarked
package org.sightline.scan.elsewhere;

import org.jspecify.annotations.NullMarked;
