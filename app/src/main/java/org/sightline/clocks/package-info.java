/// The rule book of deadlines: what is due when, why, and from which source (product.md, rule 7).
///
/// Counting knows neither database nor framework. Around it: what a council changed in the rules
/// and entered as days off, the dates that pieces of work have to keep, and calendars for people's
/// own devices. Every date is a date in London, whatever the zone of the machine.
@NullMarked
package org.sightline.clocks;

import org.jspecify.annotations.NullMarked;
