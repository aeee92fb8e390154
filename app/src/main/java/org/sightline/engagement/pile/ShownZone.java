package org.sightline.engagement.pile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place of one page that a person looks at.
///
/// @param file and page it is on
/// @param turn when it was decided among the others, `null` while it waits
/// @param place its number among the places of the plan, from 0
/// @param read what the reader said; [Looked#DOUBT] where it was in doubt
/// @param decided what the person said
record ShownZone(
    UUID id, UUID file, int page, @Nullable Integer turn, int place, Looked read, Looked decided) {

  String print() {
    return print(place, read, decided);
  }

  static String print(int place, Looked read, Looked decided) {
    return "%03d%c%c".formatted(place, read.letter(), decided.letter());
  }

  static ShownZone of(UUID id, UUID file, int page, @Nullable Integer turn, String text) {
    return new ShownZone(
        id,
        file,
        page,
        turn,
        Integer.parseInt(text.substring(0, 3)),
        Looked.of(text.charAt(3)),
        Looked.of(text.charAt(4)));
  }

  ShownZone decided(Looked answer) {
    return new ShownZone(id, file, page, turn, place, read, answer);
  }

  boolean isCheck() {
    return read != Looked.DOUBT;
  }

  /// Hides everything, so that no log can hold it.
  @Override
  public String toString() {
    return "ShownZone[hidden]";
  }
}
