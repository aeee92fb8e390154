package org.sightline.access;

import java.util.Optional;
import java.util.UUID;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Finds records and workspaces of whatever kind by their ids. Works inside a process.
@Component
class Records {

  /// Where the work of a school begins, for its members and in an emergency.
  static final String START = "/engagement/rounds";

  private final ObjectProvider<RecordKind> kinds;
  private final ObjectProvider<NamedWorkspaces> names;
  private final Workspaces workspaces;

  Records(
      ObjectProvider<RecordKind> kinds,
      ObjectProvider<NamedWorkspaces> names,
      Workspaces workspaces) {
    this.kinds = kinds;
    this.names = names;
    this.workspaces = workspaces;
  }

  /// @throws NotThere when it is not there, not theirs, or in another workspace
  RecordKind.Found require(WorkspaceId workspace, UUID record) {
    return kinds.stream()
        .map(kind -> kind.find(record))
        .flatMap(Optional::stream)
        .filter(found -> found.workspace().equals(workspace))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  /// What a workspace is called; empty when that is not open to whoever is acting.
  Optional<NamedWorkspaces.Named> name(WorkspaceId workspace) {
    return names.stream()
        .map(kind -> kind.named(workspace))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> school(workspace));
  }

  private Optional<NamedWorkspaces.Named> school(WorkspaceId workspace) {
    try {
      return Optional.of(
          new NamedWorkspaces.Named(workspaces.nameOf(workspace), START + "?school=" + workspace));
    } catch (NotThere notTheirs) {
      return Optional.empty();
    }
  }
}
