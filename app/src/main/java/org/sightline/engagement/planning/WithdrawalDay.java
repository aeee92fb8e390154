package org.sightline.engagement.planning;

import org.sightline.clocks.Deadline;

/// The last day on which a slip code of a session works, with how it came about (A31, ST-08).
///
/// @param holidaysEntered whether the school has entered any holidays: without them a day in the
///     holidays looks like a day in term
public record WithdrawalDay(Deadline deadline, boolean holidaysEntered) {}
