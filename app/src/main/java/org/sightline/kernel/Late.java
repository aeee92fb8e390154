package org.sightline.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/// Something that should have been done by now: what kind of thing and which, never about whom.
///
/// @param kind in plain words, as in "concern not seen"
/// @param since the moment from which it is late
public record Late(String kind, UUID id, Instant since) {

  /// Something that had a last day, which itself is still in time: late from the midnight after it,
  /// as the clock on the wall in London shows it.
  public static Late after(String kind, UUID id, LocalDate last) {
    return new Late(
        kind, id, last.plusDays(1).atStartOfDay(ZoneId.of("Europe/London")).toInstant());
  }
}
