package org.sightline.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.Field;
import org.sightline.network.map.Picture;
import org.springframework.stereotype.Component;

/// Who is part of the exercise by a decision, and was taken off its map since: in no list that goes
/// out, and still in the matrix until that is decided there too. Who only reads the map finds
/// nobody here (AC-08).
@Component
public class NoLongerPart {

  private final Maps maps;

  NoLongerPart(Maps maps) {
    this.maps = maps;
  }

  /// Why each of them was taken off, by subject.
  public Map<UUID, String> of(SignedIn who, WorkspaceId work, List<Subject> part) {
    if (part.isEmpty()) {
      return Map.of();
    }
    var picture = maps.see(who, work).picture();
    var gone = new HashMap<UUID, String>();
    for (var subject : part) {
      if (SessionPacks.isGone(picture, subject)) {
        gone.put(subject.id(), because(picture, subject));
      }
    }
    return gone;
  }

  private static String because(Picture picture, Subject subject) {
    return SessionPacks.nodes(picture, subject).stream()
        .map(node -> node.value(Field.OFF))
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .orElse("");
  }
}
