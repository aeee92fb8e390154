package org.sightline.network;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.access.ClosedRecords;
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
  private final ClosedRecords closed;

  MapTargets(JdbcMaps maps, ClosedRecords closed) {
    this.maps = maps;
    this.closed = closed;
  }

  static ActionTarget target(ElementId element) {
    return new ActionTarget(ON_THE_MAP, element.value());
  }

  @Override
  public Set<UUID> keptFrom(SignedIn who, WorkspaceId work) {
    var records = closed.all();
    return records.isEmpty()
        ? Set.of()
        : KeptBack.from(maps.all(work), records).stream()
            .map(ElementId::value)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<String> page(SignedIn who, WorkspaceId work) {
    return Optional.of("/network/maps/" + work + "/actions");
  }
}
