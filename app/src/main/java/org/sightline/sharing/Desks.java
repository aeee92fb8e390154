package org.sightline.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sightline.access.Colleague;
import org.sightline.access.Workspaces;
import org.sightline.documents.PickUps;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Where things are shared from: one's schools, and what features say of their workspaces. Asked
/// inside a process.
@Component
class Desks {

  /// Who shares; the policies of the schema repeat it.
  static final Role[] SHARERS = {
    Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD, Role.CHAIR
  };

  private final Workspaces workspaces;
  private final List<SharedWork> works;

  Desks(Workspaces workspaces, List<SharedWork> works) {
    this.workspaces = workspaces;
    this.works = works;
  }

  /// Those the person is a member of.
  List<SharedWork.Desk> all(SignedIn who) {
    var all = new ArrayList<SharedWork.Desk>();
    workspaces
        .schools()
        .forEach(
            school ->
                all.add(
                    new SharedWork.Desk(
                        school, workspaces.nameOf(school), "/sharing/workspaces/" + school)));
    works.forEach(work -> all.addAll(work.desks(who)));
    return all;
  }

  /// Those the person shares from.
  List<SharedWork.Desk> sharing(SignedIn who) {
    return all(who).stream().filter(desk -> mayShare(who, desk.workspace())).toList();
  }

  boolean mayShare(SignedIn who, WorkspaceId workspace) {
    return List.of(SHARERS).stream().anyMatch(workspaces.roles(who, workspace)::contains);
  }

  void requireSharer(SignedIn who, WorkspaceId workspace) {
    workspaces.require(who, workspace, SHARERS);
  }

  /// Asks for no purpose: nothing stands in the way of passing on a risk of harm.
  void requireUnasked(SignedIn who, WorkspaceId workspace) {
    workspaces.requireUnasked(who, workspace);
  }

  void requireMember(SignedIn who, WorkspaceId workspace) {
    workspaces.require(who, workspace);
  }

  /// A place to record what was passed on: the first school, else whatever the person is in, a team
  /// or a piece of work among them.
  ///
  /// @throws NotThere when nothing is open to them
  WorkspaceId anyOf(SignedIn who) {
    return all(who).stream()
        .map(SharedWork.Desk::workspace)
        .findFirst()
        .or(workspaces::any)
        .orElseThrow(NotThere::new);
  }

  WorkspaceId schoolOf(WorkspaceId workspace) {
    return workspaces.schools().contains(workspace) ? workspace : workspaces.schoolOf(workspace);
  }

  /// What a workspace that is open to the person belongs to; a school and a team, to themselves.
  WorkspaceId homeOf(WorkspaceId workspace) {
    return workspaces.parentOf(workspace).orElse(workspace);
  }

  /// The other chairs of a place; empty where who they are is not open to the person who is acting.
  Optional<List<UserId>> chairsBut(SignedIn who, WorkspaceId place) {
    return workspaces.isOpen(place)
        ? Optional.of(
            workspaces.members(place).stream()
                .filter(one -> one.roles().contains(Role.CHAIR))
                .map(Colleague::id)
                .filter(one -> !one.equals(who.user()))
                .toList())
        : Optional.empty();
  }

  /// The name of the school or team a workspace belongs to, who owns what is shared unless it is
  /// said; empty where that is not open to the person who is acting.
  String ownerOf(WorkspaceId workspace) {
    var school = schoolOf(workspace);
    return workspaces.isOpen(school) ? workspaces.nameOf(school) : "";
  }

  /// Whether a feature makes a paper of records of this kind.
  boolean hasPaper(String kind) {
    return works.stream().anyMatch(work -> work.papers().contains(kind));
  }

  /// A record that goes along, as its feature gives it out.
  Optional<PickUps.Document> document(
      SignedIn who, WorkspaceId workspace, UUID record, String toWhom, boolean toFamily) {
    return works.stream()
        .flatMap(work -> work.document(who, workspace, record, toWhom, toFamily).stream())
        .findFirst();
  }

  /// The records a paper of this kind names.
  Set<UUID> named(SignedIn who, WorkspaceId workspace, Content.Item item) {
    return works.stream()
        .filter(work -> work.papers().contains(item.kind()))
        .flatMap(work -> work.named(who, workspace, item.record()).stream())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  List<Shareable> shareables(SignedIn who, WorkspaceId workspace) {
    return works.stream().flatMap(work -> work.shareables(who, workspace).stream()).toList();
  }
}
