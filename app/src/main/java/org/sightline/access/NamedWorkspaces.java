package org.sightline.access;

import java.util.Optional;
import org.sightline.kernel.WorkspaceId;

/// What a kind of workspace is called and where it lies: contributed as a bean by the module that
/// holds it.
public interface NamedWorkspaces {

  /// A workspace by its name.
  record Named(String name, String href) {}

  /// Asked inside a process; empty for what is not open to whoever is acting, or of another kind.
  Optional<Named> named(WorkspaceId workspace);
}
