package org.sightline.concerns;

import java.time.LocalDate;
import java.util.List;
import org.sightline.kernel.Role;

/// What the raiser keeps: that it was passed on, when and to whom. Never what it said, nor what
/// came of it.
///
/// @param on the day in London on which it arrived here
/// @param to who reads it first; empty when nobody at the school may
public record Receipt(
    ConcernId id, LocalDate on, List<Role> to, boolean danger, boolean aboutAdult) {

  public Receipt {
    to = List.copyOf(to);
  }

  public String code() {
    return id.receipt();
  }
}
