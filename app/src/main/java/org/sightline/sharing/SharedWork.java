package org.sightline.sharing;

import java.util.List;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;

/// Implemented by a feature of whose work something can be shared.
public interface SharedWork {

  /// A workspace to share from.
  ///
  /// @param name as in "Autumn round"
  record Desk(WorkspaceId workspace, String name, String href) {}

  /// The feature's workspaces that are open to the person. Asked inside their process.
  List<Desk> desks(SignedIn who);

  /// What can be shared of a workspace, as the person may see it now; none when it is another
  /// feature's. Asked inside their process.
  List<Shareable> shareables(SignedIn who, WorkspaceId workspace);
}
