package org.sightline.network.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.network.map.Refusal.Reason;

/// Whether an edit fits the picture as it is now.
final class Checking {

  private final Picture picture;
  private final Edit edit;
  private final long seen;
  private final Map<ElementId, Map<Field, String>> said;
  private final Map<String, List<ElementId>> reported = new HashMap<>();

  Checking(Picture picture, Edit edit, long seen) {
    this.picture = picture;
    this.edit = edit;
    this.seen = seen;
    this.said = edit.byElement();
    said.forEach(
        (element, values) -> {
          String line = values.get(Field.ON);
          if (line != null) {
            reported.computeIfAbsent(line, none -> new ArrayList<>(1)).add(element);
          }
        });
  }

  @Nullable Refusal refusal() {
    for (var change : edit.changes()) {
      var element = picture.find(change.element());
      var refusal = element == null ? unfitting(change) : changed(element, change);
      if (refusal != null) {
        return refusal;
      }
    }
    for (var id : said.keySet()) {
      var refusal = incomplete(id);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  /// Something new: all that is said of it is of one kind.
  private @Nullable Refusal unfitting(Change change) {
    var kind = kindOf(change.element());
    return change.field().isOf(kind) ? null : because(Reason.OTHER_KIND, change);
  }

  private @Nullable Refusal changed(Element element, Change change) {
    if (!change.field().isOf(element.kind())) {
      return because(Reason.OTHER_KIND, change);
    }
    if (change.field().isFixed() && !change.value().equals(element.value(change.field()))) {
      return because(Reason.FIXED, change);
    }
    if (!element.isOn()
        && !value(element.id(), Field.OFF).isEmpty()
        && change.field() != Field.OFF) {
      return new Refusal(Reason.TAKEN_OFF, element.id(), change.field(), element.since(Field.OFF));
    }
    long since = element.since(change.field());
    if (since > seen && !change.value().equals(element.value(change.field()))) {
      return new Refusal(Reason.CHANGED_MEANWHILE, element.id(), change.field(), since);
    }
    return null;
  }

  /// What the element would be once the edit is taken.
  private @Nullable Refusal incomplete(ElementId id) {
    var element = picture.find(id);
    var kind = element == null ? kindOf(id) : element.kind();
    for (var field : Field.requiredOf(kind)) {
      if (value(id, field).isEmpty()) {
        return Refusal.of(Reason.INCOMPLETE, id, field);
      }
    }
    return switch (kind) {
      case NODE -> circle(id);
      case LINE -> line(id);
      case REPORT -> report(id);
    };
  }

  private @Nullable Refusal line(ElementId id) {
    for (var end : new Field[] {Field.FROM, Field.TO}) {
      var refusal = requireOn(id, end, ElementKind.NODE);
      if (refusal != null) {
        return refusal;
      }
    }
    if (shown(value(id, Field.FROM)).equals(shown(value(id, Field.TO)))) {
      return Refusal.of(Reason.TO_ITSELF, id, null);
    }
    return value(id, Field.OFF).isEmpty() && !hasEvidence(id)
        ? Refusal.of(Reason.NO_EVIDENCE, id, null)
        : null;
  }

  private boolean hasEvidence(ElementId line) {
    return picture.everyReport(line).stream().anyMatch(id -> value(id, Field.OFF).isEmpty())
        || reported.getOrDefault(line.toString(), List.of()).stream()
            .anyMatch(id -> value(id, Field.OFF).isEmpty());
  }

  private @Nullable Refusal report(ElementId id) {
    var missing = requireOn(id, Field.ON, ElementKind.LINE);
    if (missing != null) {
      return missing;
    }
    if (!value(id, Field.GRADING).isEmpty() && value(id, Field.BY_THE_POLICE).isEmpty()) {
      return Refusal.of(Reason.GRADING_WITHOUT_POLICE, id, Field.GRADING);
    }
    var line = ElementId.of(value(id, Field.ON));
    if (!value(id, Field.OFF).isEmpty() && value(line, Field.OFF).isEmpty() && !hasEvidence(line)) {
      return Refusal.of(Reason.NO_EVIDENCE, line, null);
    }
    return null;
  }

  private @Nullable Refusal requireOn(ElementId id, Field end, ElementKind kind) {
    var other = ElementId.of(value(id, end));
    var there = picture.find(other);
    if (there == null) {
      boolean isNew = said.containsKey(other) && kindOf(other) == kind;
      return isNew ? null : Refusal.of(Reason.NOT_THERE, id, end);
    }
    if (there.kind() != kind) {
      return Refusal.of(Reason.OTHER_KIND, id, end);
    }
    boolean adding = picture.find(id) == null;
    return adding && !value(other, Field.OFF).isEmpty()
        ? new Refusal(Reason.TAKEN_OFF, other, end, there.since(Field.OFF))
        : null;
  }

  private @Nullable Refusal circle(ElementId id) {
    if (value(id, Field.SAME_AS).isEmpty()) {
      return null;
    }
    var same = ElementId.of(value(id, Field.SAME_AS));
    var there = picture.find(same);
    if (there == null || there.kind() != ElementKind.NODE) {
      return Refusal.of(Reason.NOT_THERE, id, Field.SAME_AS);
    }
    return leadsTo(same, id) ? Refusal.of(Reason.ROUND_IN_A_CIRCLE, id, Field.SAME_AS) : null;
  }

  /// Whether a node is, or turned out to be, another once this edit is taken.
  private boolean leadsTo(ElementId node, ElementId other) {
    var passed = new HashSet<ElementId>();
    for (var at = node; passed.add(at); at = ElementId.of(value(at, Field.SAME_AS))) {
      if (at.equals(other)) {
        return true;
      }
      if (value(at, Field.SAME_AS).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private ElementKind kindOf(ElementId id) {
    var fields = said.get(id);
    return Picture.kindOf(fields == null ? Set.of() : fields.keySet());
  }

  private ElementId shown(String id) {
    return picture.shown(ElementId.of(id));
  }

  private String value(ElementId id, Field field) {
    var now = said.get(id);
    if (now != null && now.containsKey(field)) {
      return Objects.requireNonNull(now.get(field));
    }
    var element = picture.find(id);
    return element == null ? "" : element.value(field);
  }

  private static Refusal because(Reason reason, Change change) {
    return Refusal.of(reason, Objects.requireNonNull(change.element()), change.field());
  }
}
