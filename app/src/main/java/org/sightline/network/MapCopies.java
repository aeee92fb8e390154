package org.sightline.network;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.ClosedRecords;
import org.sightline.access.Users;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Correction;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Entry;
import org.sightline.network.map.KeptBack;
import org.sightline.network.map.Picture;
import org.springframework.stereotype.Component;

/// Who got a map, or lines of it: whatever takes some of it out says so here, so that those who
/// have what was put right or withdrawn since can be told (RR-02). Who they are is for those who
/// work on the piece of work.
@Component
public class MapCopies {

  /// What guests of a session read.
  static final String PACK = "network.pack";

  private final Processes processes;
  private final Workspaces workspaces;
  private final ClosedRecords closed;
  private final JdbcMaps log;
  private final JdbcMapCopies copies;
  private final Users users;

  MapCopies(
      Processes processes,
      Workspaces workspaces,
      ClosedRecords closed,
      JdbcMaps log,
      JdbcMapCopies copies,
      Users users) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.closed = closed;
    this.log = log;
    this.copies = copies;
    this.users = users;
  }

  /// What went out of a map.
  ///
  /// @param kind as copies are called, `network.lines`
  /// @param entry the last of the state it shows
  /// @param elements the nodes and lines that are on it
  public record Shown(String kind, long entry, Set<ElementId> elements) {

    public Shown {
      elements = Set.copyOf(elements);
    }

    /// Everything that is on a map.
    public static Shown all(String kind, Picture map) {
      return new Shown(
          kind,
          map.last(),
          Stream.concat(map.on(ElementKind.NODE).stream(), map.on(ElementKind.LINE).stream())
              .map(Element::id)
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /// A copy that went out.
  ///
  /// @param toldAt when whoever has it was last told, or `null`
  /// @param then the map as they know it
  /// @param corrected what of it says something else now
  public record Copy(
      UUID id,
      String kind,
      String toWhom,
      UserId by,
      Instant at,
      @Nullable Instant toldAt,
      Set<ElementId> elements,
      Picture then,
      Set<ElementId> corrected) {}

  /// All that went out, the last first, and the map as it stands.
  public record Gone(Picture now, List<Copy> copies) {}

  /// Notes that a copy goes out to whoever takes it. To be called before it is handed out.
  public void note(SignedIn who, WorkspaceId work, Shown shown) {
    note(who, work, shown, who.user());
  }

  /// The same for somebody else.
  void note(SignedIn who, WorkspaceId work, Shown shown, UserId toWhom) {
    if (shown.elements().isEmpty()) {
      return;
    }
    processes.change(
        who,
        Act.in(work, "network.map-copy-noted", work.value()).with(shown.kind()),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          copies.add(who, work, shown, users.nameOf(toWhom));
        });
  }

  /// Everything that went out.
  ///
  /// @throws NotThere when the reader does not work on it
  public Gone of(SignedIn who, WorkspaceId work) {
    return processes.readOfSeveral(
        who,
        Act.in(work, "network.map-copies-read", work.value()),
        () -> gone(who, work, null),
        gone -> gone.now().people());
  }

  /// The copies one element is on, for whoever looks at it.
  ///
  /// @throws NotThere when the reader does not work on it
  public Gone with(SignedIn who, WorkspaceId work, ElementId element) {
    return processes.look(who, () -> gone(who, work, element));
  }

  /// Notes that whoever has a copy was told what was put right.
  ///
  /// @param seen the last entry whoever told them had seen
  /// @throws NotThere when no such copy went out from here
  public void told(SignedIn who, WorkspaceId work, UUID copy, long seen) {
    processes.change(
        who,
        Act.in(work, "network.map-recipient-told", copy),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          if (copies.of(work, null).stream().noneMatch(one -> one.id().equals(copy))) {
            throw new NotThere();
          }
          copies.tell(who, work, copy, Math.clamp(seen, 0, log.last(work)));
        });
  }

  private Gone gone(SignedIn who, WorkspaceId work, @Nullable ElementId element) {
    workspaces.require(who, work, Casework.WORKERS);
    var kept = copies.of(work, element);
    var entries = log.all(work);
    var hidden = KeptBack.from(entries, closed.all());
    var now = Picture.of(entries, hidden);
    var earlier = new HashMap<Long, State>();
    return new Gone(
        now,
        kept.stream()
            .map(
                copy ->
                    copy(
                        copy,
                        earlier.computeIfAbsent(
                            copy.known(), entry -> state(entries, hidden, entry, now))))
            .toList());
  }

  /// The map as it was, and what of it says something else now.
  private record State(Picture then, Set<ElementId> corrected) {}

  private static State state(
      List<Entry> entries, Collection<ElementId> hidden, long entry, Picture now) {
    if (entry >= entries.size()) {
      return new State(now, Set.of());
    }
    var then = Picture.of(entries.subList(0, Math.toIntExact(entry)), Set.copyOf(hidden));
    return new State(then, Correction.between(then, now));
  }

  private static Copy copy(JdbcMapCopies.Kept kept, State state) {
    var corrected = new HashSet<>(state.corrected());
    corrected.retainAll(kept.elements());
    return new Copy(
        kept.id(),
        kept.kind(),
        kept.toWhom(),
        kept.by(),
        kept.at(),
        kept.toldAt(),
        kept.elements(),
        state.then(),
        Set.copyOf(corrected));
  }
}
