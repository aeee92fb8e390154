package org.sightline.network.map;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a map said at one moment that was put right or withdrawn since (RR-02): for those who hold
/// it as it was. An answer to what was not asked or not known then corrects nothing, nor does a
/// line that no longer holds, nor somebody who is no longer part.
public final class Correction {

  private static final List<Field> OF_NODE =
      List.of(
          Field.KIND,
          Field.LABEL,
          Field.ALIASES,
          Field.BEARING,
          Field.OUTSIDE,
          Field.PART_IN_GROUP,
          Field.NOTE,
          Field.NOTE_LABEL);

  private static final List<Field> OF_LINE =
      List.of(
          Field.LINE_KIND,
          Field.STRENGTH,
          Field.INFLUENCE,
          Field.PROTECTS,
          Field.HARM_DONE,
          Field.HARM_SUFFERED,
          Field.TIMES_SEEN,
          Field.WHERE_SEEN,
          Field.CERTAINTY,
          Field.NARRATIVE,
          Field.NARRATIVE_LABEL);

  private static final List<Field> OF_REPORT =
      List.of(Field.AGENCY, Field.ROLE, Field.SEEN_OR_HEARD, Field.WHEN, Field.RELIABILITY);

  private Correction() {}

  /// Which nodes and lines that were on the map then say something else now.
  ///
  /// @param now the same map later
  public static Set<ElementId> between(Picture then, Picture now) {
    var corrected = new HashSet<ElementId>();
    for (var node : then.on(ElementKind.NODE)) {
      var later = now.find(node.id());
      if (later != null
          && isThere(now, node.id())
          && (differs(node, later, OF_NODE) || !later.value(Field.SAME_AS).isEmpty())) {
        corrected.add(node.id());
      }
    }
    for (var line : then.on(ElementKind.LINE)) {
      var later = now.find(line.id());
      if (later != null && isBetweenThoseThere(now, later) && isCorrected(then, now, line, later)) {
        corrected.add(line.id());
      }
    }
    return corrected;
  }

  /// Whether a line was taken off as such, and not because an end of it is no longer there.
  public static boolean isWithdrawn(Picture now, ElementId line) {
    var later = now.find(line);
    return later != null && later.kind() == ElementKind.LINE && !later.isOn();
  }

  private static boolean isCorrected(Picture then, Picture now, Element line, Element later) {
    return !later.isOn()
        || differs(line, later, OF_LINE)
        || then.reports(line.id()).stream()
            .anyMatch(report -> isWithdrawnOrDiffers(report, now.find(report.id())));
  }

  private static boolean isWithdrawnOrDiffers(Element report, @Nullable Element later) {
    return later != null && (!later.isOn() || differs(report, later, OF_REPORT));
  }

  private static boolean differs(Element then, Element later, List<Field> fields) {
    return fields.stream()
        .anyMatch(
            field -> {
              String was = then.value(field);
              return !was.isEmpty()
                  && !was.equals(Field.NOT_KNOWN)
                  && !was.equals(later.value(field));
            });
  }

  /// Who is no longer on the map is in no list (AC-08), nor is a line to them.
  private static boolean isBetweenThoseThere(Picture now, Element line) {
    return isThere(now, line.end(Field.FROM)) && isThere(now, line.end(Field.TO));
  }

  private static boolean isThere(Picture now, ElementId id) {
    var node = now.find(id);
    var shown = now.find(now.shown(id));
    return node != null && node.isOn() && shown != null && shown.isOn();
  }
}
