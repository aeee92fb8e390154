package org.sightline.sharing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.documents.PickUps;
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

  /// The kinds of record of which [#document] makes a paper.
  default Set<String> papers() {
    return Set.of();
  }

  /// A record as it goes out to whom it is shared with, noted by its feature; empty when the
  /// feature has a paper of its own, or the workspace is another's. What is shared leaves from here
  /// and nowhere else.
  ///
  /// @param toWhom who gets it
  /// @param toFamily whether that is the young person's family
  default Optional<PickUps.Document> document(
      SignedIn who, WorkspaceId workspace, UUID record, String toWhom, boolean toFamily) {
    return Optional.empty();
  }

  /// The records a paper names: it is left for no colleague to whom one of them is closed.
  default Set<UUID> named(SignedIn who, WorkspaceId workspace, UUID record) {
    return Set.of(record);
  }
}
