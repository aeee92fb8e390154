package org.sightline.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Picture;
import org.springframework.stereotype.Component;

/// By which letter everybody and everything on a map is called where they are not named: in the
/// papers of others, and on the labels of a wall (practice.md, Safety 4). Drawn once, by lot. Works
/// inside a process of somebody who works on it.
@Component
class MapLetters {

  private final JdbcFilings filings;

  MapLetters(JdbcFilings filings) {
    this.filings = filings;
  }

  /// Whether something on the map has none yet.
  static boolean isMissing(Picture picture, Map<ElementId, String> letters) {
    return picture.everyNode().anyMatch(node -> !letters.containsKey(node.id()));
  }

  /// The letters of everything that was ever on the picture; what had none gets one.
  Map<ElementId, String> of(WorkspaceId work, Picture picture) {
    var letters = new HashMap<>(filings.letters(work));
    Set<String> taken = new HashSet<>(letters.values());
    for (var node : picture.everyNode().toList()) {
      if (!letters.containsKey(node.id())) {
        String letter = Letters.draw(taken);
        taken.add(letter);
        letters.put(node.id(), letter);
        filings.letter(work, node.id(), letter);
      }
    }
    return letters;
  }
}
