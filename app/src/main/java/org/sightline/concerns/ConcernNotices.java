package org.sightline.concerns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;

/// Tells people that something waits: never what, never about whom, never how many.
interface ConcernNotices {

  /// To be told in the raiser's own process, with what was raised.
  void raised(WorkspaceId school, UUID concern, List<Role> readers, LocalDate on);

  /// Somebody who may read it has looked at it, or has decided: to be said in their own process.
  void settled(UUID concern, StepKind step);

  /// To be told in a process of the system, once for each passing on.
  ///
  /// @param readers who has it now
  void overdue(WorkspaceId school, UUID concern, List<Role> readers, LocalDate on);

  /// As [#overdue], for the council's contact too: its readers have to ring. Where nobody at the
  /// school may read it, nobody is told: a mail could only send the council to those it is about,
  /// and the person who raised it was told to ring.
  void overdueForCouncil(WorkspaceId school, UUID concern, List<Role> readers, LocalDate on);
}
