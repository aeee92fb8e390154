package org.sightline.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.kernel.Role;
import org.sightline.kernel.WorkspaceId;

/// A kind of record that can be sealed, or closed to one person: contributed as a bean by the
/// module that holds it. Its table has a policy that leaves out `access.closed_to_me()`.
public interface RecordKind {

  /// A record that is open to whoever is acting.
  ///
  /// @param title what it is called, without anybody's name
  /// @param readers the roles of its workspace that read it
  /// @param mayBeSealed whether its workspace decides on a seal, and no other that holds it too
  record Found(
      WorkspaceId workspace, String title, String href, Set<Role> readers, boolean mayBeSealed) {

    public Found {
      readers = Set.copyOf(readers);
    }
  }

  /// Asked inside a process; empty for what is not open to whoever is acting, or of another kind.
  Optional<Found> find(UUID record);
}
