package org.sightline.network.map;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One question that is asked of a line before the version of a meeting is sealed: of the line
/// itself, or of one of the reports it rests on (B82–B88; practice.md, The mapping meeting).
///
/// @param of the line, or the report
public record Asking(Element of, Field field) {

  /// Everything that can be asked before a version is sealed.
  public static final List<Field> FIELDS =
      Stream.concat(Field.ASKED.stream(), Stream.of(Field.RELIABILITY)).toList();

  /// All that is asked of a line, answered or not; nothing of what only says what a gap is about.
  /// Where and by whom they were seen is not asked of two who were never seen together, and how
  /// reliable somebody is in plain words not where the police gave a grading.
  public static List<Asking> of(Picture picture, Element line) {
    if (line.value(Field.LINE_KIND).equals(LineKind.ABOUT.name())) {
      return List.of();
    }
    boolean never = wereNeverSeen(line);
    var asked = new ArrayList<Asking>(Field.ASKED.size() + 1);
    for (var field : Field.ASKED) {
      if (!never || field != Field.WHERE_SEEN && field != Field.SEEN_BY) {
        asked.add(new Asking(line, field));
      }
    }
    for (var report : picture.reports(line.id())) {
      if (report.value(Field.GRADING).isEmpty()) {
        asked.add(new Asking(report, Field.RELIABILITY));
      }
    }
    return asked;
  }

  /// What of it has no answer yet; "nobody knows" is one.
  public static List<Asking> unasked(Picture picture, Element line) {
    return of(picture, line).stream().filter(each -> each.answer().isEmpty()).toList();
  }

  /// Whether somebody said that the two were never seen together.
  public static boolean wereNeverSeen(Element line) {
    return line.value(Field.TIMES_SEEN).matches("0+");
  }

  public String answer() {
    return of.value(field);
  }

  /// Whether it is asked of what somebody said, and not of the line.
  public boolean isOfReport() {
    return of.kind() == ElementKind.REPORT;
  }
}
