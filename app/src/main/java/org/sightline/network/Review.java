package org.sightline.network;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.plans.agreed.AgreedAction;

/// How far a review has come with what is on the map: every line, every person, every context and
/// every gap (B17, B19, B69, B70). Who was found to be no longer part is off the map, and in no
/// list here (AC-08).
///
/// @param said what was answered, by what it is about, as far as it is on the map
/// @param remaining what is still to be gone through, in the order in which it was drawn
/// @param actions that are still to be done, and of which nobody has said at this review how far
///     they are (B68)
public record Review(
    MappingSession session,
    Maps.Sight sight,
    Map<ElementId, Answer> said,
    Map<Part, List<Element>> remaining,
    List<AgreedAction> actions) {

  public Review {
    actions = List.copyOf(actions);
  }

  /// What is gone through, part by part.
  public enum Part {
    LINES,
    PEOPLE,
    CONTEXTS,
    GAPS;

    /// @return `null` for what nobody is asked about
    static @Nullable Part of(Element element) {
      return switch (element.kind()) {
        case LINE -> OpenQuestions.isRelationship(element) ? LINES : null;
        case REPORT -> null;
        case NODE -> {
          var kind = NodeKind.valueOf(element.value(Field.KIND));
          yield kind.isPerson() ? PEOPLE : kind == NodeKind.GAP ? GAPS : CONTEXTS;
        }
      };
    }

    /// What can be said of it.
    public List<Said> answers() {
      return switch (this) {
        case LINES -> List.of(Said.HOLDS, Said.NO_LONGER, Said.NOT_KNOWN);
        case PEOPLE, CONTEXTS -> List.of(Said.STILL_PART, Said.REASSESSED, Said.NO_LONGER_PART);
        case GAPS -> List.of(Said.STILL_OPEN, Said.NO_LONGER_PART);
      };
    }
  }

  /// What can be said of something at a review.
  public enum Said {
    HOLDS,
    NO_LONGER,
    NOT_KNOWN,
    STILL_PART,
    NO_LONGER_PART,
    /// Seen differently now, in words.
    REASSESSED,
    /// Of a gap that is not answered; answered it is closed with who found what ([Gaps]).
    STILL_OPEN;

    public boolean needsWords() {
      return this == NO_LONGER_PART || this == REASSESSED;
    }
  }

  /// @param words in words; empty where none are needed
  public record Answer(Said said, String words, UserId by, Instant at) {}

  /// Of whom it was said that they are seen differently now, and how (B69).
  public record Reassessed(UUID session, ElementId element, String words, Instant at) {}

  /// What somebody answers.
  public record Given(Said said, String words) {}

  /// What was answered at a review before, from the table.
  ///
  /// @param begun the last entry of the map when the first answer was given: what was drawn since
  ///     is of this meeting, and not gone through at it
  /// @param begunAt when that was, or `null` before it
  record Kept(Map<ElementId, Answer> answers, long begun, @Nullable Instant begunAt) {}

  static Review of(
      MappingSession session, Maps.Sight sight, Kept kept, List<AgreedAction> actions) {
    var said = new LinkedHashMap<ElementId, Answer>();
    var remaining = new LinkedHashMap<Part, List<Element>>();
    for (var part : Part.values()) {
      var kind = part == Part.LINES ? ElementKind.LINE : ElementKind.NODE;
      remaining.put(
          part,
          sight.picture().on(kind).stream()
              .filter(element -> Part.of(element) == part)
              .filter(element -> !isDone(element, kept, said))
              .toList());
    }
    return new Review(session, sight, said, remaining, actions);
  }

  private static boolean isDone(Element element, Kept kept, Map<ElementId, Answer> said) {
    var answer = kept.answers().get(element.id());
    if (answer != null && answer.said() != Said.NO_LONGER_PART) {
      said.put(element.id(), answer);
      return true;
    }
    boolean isFilled = Part.of(element) == Part.GAPS && !element.value(Field.FOUND).isEmpty();
    return isFilled || element.drawnBy() > kept.begun();
  }

  /// How much of a part remains.
  public int remaining(Part part) {
    return remaining.getOrDefault(part, List.of()).size();
  }

  /// What of a part was answered and is on the map, in the order in which it was drawn.
  public List<Element> done(Part part) {
    var kind = part == Part.LINES ? ElementKind.LINE : ElementKind.NODE;
    return sight.picture().on(kind).stream()
        .filter(element -> Part.of(element) == part && said.containsKey(element.id()))
        .toList();
  }

  public boolean isThrough() {
    return actions.isEmpty() && remaining.values().stream().allMatch(List::isEmpty);
  }
}
