package org.sightline.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.access.Casework;
import org.sightline.access.ClosedRecords;
import org.sightline.access.Workspaces;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.KeptBack;
import org.sightline.plans.agreed.ActionTarget;
import org.sightline.plans.agreed.ActionTargets;
import org.springframework.stereotype.Component;

/// Actions answer what stands on a map, or once stood there. What is kept from a reader on the map
/// is kept from them in actions too.
@Component
class MapTargets implements ActionTargets {

  static final String ON_THE_MAP = "map-element";

  private final JdbcMaps maps;
  private final JdbcExercises exercises;
  private final ClosedRecords closed;
  private final Workspaces workspaces;

  MapTargets(JdbcMaps maps, JdbcExercises exercises, ClosedRecords closed, Workspaces workspaces) {
    this.maps = maps;
    this.exercises = exercises;
    this.closed = closed;
    this.workspaces = workspaces;
  }

  static ActionTarget target(ElementId element) {
    return new ActionTarget(ON_THE_MAP, element.value());
  }

  @Override
  public Set<UUID> keptFrom(SignedIn who, WorkspaceId work) {
    boolean isWorker =
        workspaces.roles(who, work).stream().anyMatch(List.of(Casework.WORKERS)::contains);
    var records = closed.all();
    if (isWorker && records.isEmpty()) {
      return Set.of();
    }
    var entries = maps.all(work);
    var kept = new HashSet<>(KeptBack.from(entries, records));
    if (!isWorker) {
      kept.addAll(KeptBack.gone(entries));
    }
    return kept.stream().map(ElementId::value).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean isForPractice(SignedIn who, WorkspaceId work) {
    return exercises.head(work).map(JdbcExercises.Head::isPractice).orElse(false);
  }

  @Override
  public Optional<String> page(SignedIn who, WorkspaceId work) {
    return Optional.of("/network/maps/" + work + "/actions");
  }
}
