package org.sightline.clocks;

import java.time.LocalDate;
import java.util.List;
import org.sightline.kernel.SignedIn;

/// Implemented by what gives people days to keep: they come into the calendar on their own device,
/// as days and nothing else.
public interface DaysDue {

  /// The days that are still to be kept. Asked inside a process of whose they are.
  ///
  /// @param from the first day that is wanted
  List<LocalDate> of(SignedIn whose, LocalDate from);
}
