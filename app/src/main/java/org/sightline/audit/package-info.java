/// Who did what, when and why: every change and every read of a named record is a process, and its
/// entry is written in the same transaction. No audit, no data.
@NullMarked
package org.sightline.audit;

import org.jspecify.annotations.NullMarked;
