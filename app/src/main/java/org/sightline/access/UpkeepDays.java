package org.sightline.access;

import java.time.LocalDate;

/// Counts the days of what is kept up over years (AC-17). The module of deadlines knows how.
public interface UpkeepDays {

  /// When the roles of a place come round again.
  LocalDate rolesAfter(LocalDate last);

  /// The last day for looking them through.
  LocalDate rolesDue(LocalDate cameRound);

  /// The last day before governance is told.
  LocalDate rolesTold(LocalDate due);

  /// The day on which an account is suspended that nobody has signed in with.
  LocalDate suspended(LocalDate countedFrom);

  /// The first day on which its owner is warned.
  LocalDate warned(LocalDate suspended);

  /// For how many days a warning has to stand before anybody is suspended.
  int warnedFor();
}
