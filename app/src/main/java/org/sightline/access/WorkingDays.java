package org.sightline.access;

import java.time.LocalDate;

/// Counts working days for what access sets a last day for. The module of deadlines knows how.
public interface WorkingDays {

  /// The last day when somebody has this many working days, the day itself not counted.
  LocalDate after(LocalDate from, int workingDays);
}
