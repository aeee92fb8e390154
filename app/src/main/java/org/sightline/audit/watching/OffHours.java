package org.sightline.audit.watching;

import java.time.LocalTime;

/// When nobody is expected to read records, by the clock on the wall in London.
///
/// @param from the first minute of it
/// @param to the first minute after it; the same as `from` for never
record OffHours(LocalTime from, LocalTime to) {

  /// @param text as in `22-06`, or `none`
  static OffHours of(String text) {
    if (text.equals("none")) {
      return new OffHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }
    if (!text.matches("([01]\\d|2[0-3])-([01]\\d|2[0-3])")) {
      throw new IllegalArgumentException("Not hours such as 22-06: " + text);
    }
    return new OffHours(
        LocalTime.of(Integer.parseInt(text.substring(0, 2)), 0),
        LocalTime.of(Integer.parseInt(text.substring(3)), 0));
  }

  boolean holds(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
  }
}
