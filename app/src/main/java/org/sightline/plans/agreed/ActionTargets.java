package org.sightline.plans.agreed;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;

/// Implemented by a feature whose things actions answer. An action that answers something its
/// reader must not know of is not there for them either (AC-05).
public interface ActionTargets {

  /// What in this piece of work is kept from whoever is acting. Asked inside a process of theirs.
  Set<UUID> keptFrom(SignedIn who, WorkspaceId work);

  /// Whether it is for trying out only: then what is agreed waits for nobody. Asked inside a
  /// process of the reader.
  boolean isForPractice(SignedIn who, WorkspaceId work);

  /// Where the actions of this piece of work lie; empty when it is another feature's. Asked inside
  /// a process of the reader.
  Optional<String> page(SignedIn who, WorkspaceId work);
}
