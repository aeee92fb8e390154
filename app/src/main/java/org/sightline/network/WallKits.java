package org.sightline.network;

import java.util.List;
import java.util.Objects;
import org.sightline.access.Casework;
import org.sightline.access.ClosedRecords;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.KeptBack;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.springframework.stereotype.Component;

/// What is on a map, as it is cut out and stuck on a wall (B78).
@Component
public class WallKits {

  private final Processes processes;
  private final Workspaces workspaces;
  private final ClosedRecords closed;
  private final JdbcMaps maps;
  private final MapLetters letters;

  WallKits(
      Processes processes,
      Workspaces workspaces,
      ClosedRecords closed,
      JdbcMaps maps,
      MapLetters letters) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.closed = closed;
    this.maps = maps;
    this.letters = letters;
  }

  /// Somebody or something on the map.
  ///
  /// @param mark the letter in place of the name
  public record Label(NodeKind kind, String name, String mark) {}

  /// Everything that stands on the map and is open to the reader, in the order it was drawn.
  ///
  /// @throws NotThere when the reader does not work on it
  public List<Label> labels(SignedIn who, WorkspaceId work) {
    return processes.readOfSeveral(
        who,
        Act.in(work, "network.wall-kit-read", work.value()),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          var entries = maps.all(work);
          var picture = Picture.of(entries, KeptBack.from(entries, closed.all()));
          var marks = letters.of(work, picture);
          return picture.on(ElementKind.NODE).stream()
              .map(
                  node ->
                      new Label(
                          NodeKind.valueOf(node.value(Field.KIND)),
                          node.value(Field.LABEL),
                          Objects.requireNonNull(marks.get(node.id()))))
              .toList();
        },
        labels -> (int) labels.stream().filter(label -> label.kind().isPerson()).count());
  }
}
