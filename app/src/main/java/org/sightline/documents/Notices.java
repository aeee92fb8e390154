package org.sightline.documents;

import java.util.UUID;
import org.sightline.kernel.Role;
import org.sightline.kernel.UserId;
import org.sightline.kernel.Waiting;
import org.sightline.kernel.WorkspaceId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Tells people that something waits for them: in their inbox at once, and by mail, which says no
/// more than that (R-17, EX-07). To be called inside a process, of a person or of the system: when
/// that is undone, nobody was told.
///
/// Modules below this one publish [Waiting] and [Waiting.Settled] themselves; it is the same.
///
/// Every kind needs words: `concerns.raised` is `concerns.waiting.raised` in the module's message
/// file. They stand on the page of the inbox only and name nobody.
@Component
public class Notices {

  private final ApplicationEventPublisher events;

  Notices(ApplicationEventPublisher events) {
    this.events = events;
  }

  /// @param path where to go; ids only
  /// @param about what has to be done, for [#settled]; never shown
  public void tell(UserId user, String kind, String path, UUID about) {
    events.publishEvent(Waiting.forPerson(user, kind, path, about));
  }

  /// Tells everybody who holds the role in the workspace. When one of them has done it, it is done
  /// for all.
  public void tell(WorkspaceId workspace, Role role, String kind, String path, UUID about) {
    events.publishEvent(Waiting.forRole(workspace, role, kind, path, about));
  }

  /// Tells them unless it was told before; for what goes by the clock.
  ///
  /// @param first whether what is remembered of it was not there yet
  /// @return the same
  public boolean tellOnce(
      boolean first, WorkspaceId workspace, Role role, String kind, String path, UUID about) {
    if (first) {
      tell(workspace, role, kind, path, about);
    }
    return first;
  }

  /// It is done, whoever did it.
  public void settled(String kind, UUID about) {
    events.publishEvent(new Waiting.Settled(kind, about));
  }
}
