/// The rule book of deadlines: what is due when, why, and from which source (product.md, rule 7).
///
/// Nothing here knows a database, and but for the bean that lends working days to `access`, no
/// framework. Every date is a date in London, whatever the zone
/// of the machine.
@NullMarked
package org.sightline.clocks;

import org.jspecify.annotations.NullMarked;
