package org.sightline.network;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.LineKind;
import org.sightline.network.map.Picture;

/// What has to be answered or turned into a gap before the version of a meeting is sealed: every
/// question of every line that was not asked yet, and every one nobody knows the answer to while no
/// gap asks for it.
public final class OpenQuestions {

  private final Set<Field> asked = EnumSet.noneOf(Field.class);
  private final Set<Asked> askedOfOne = new HashSet<>();

  private record Asked(Field field, ElementId line) {}

  private OpenQuestions(Picture picture) {
    for (var node : picture.on(ElementKind.NODE)) {
      var field = asks(node);
      if (field != null) {
        var of = node.answer(Field.ASKS_OF);
        of.ifPresentOrElse(
            line -> askedOfOne.add(new Asked(field, ElementId.of(line))), () -> asked.add(field));
      }
    }
  }

  /// @param fields the questions, in their order
  public record Open(Element line, List<Field> fields) {

    public Open {
      fields = List.copyOf(fields);
    }
  }

  /// Line by line, in the order in which they were drawn; what a gap is about is not asked
  /// anything.
  public static List<Open> of(Picture picture) {
    var questions = new OpenQuestions(picture);
    var open = new ArrayList<Open>();
    for (var line : picture.on(ElementKind.LINE)) {
      if (isRelationship(line)) {
        var fields = Field.ASKED.stream().filter(field -> questions.isOpen(line, field)).toList();
        if (!fields.isEmpty()) {
          open.add(new Open(line, fields));
        }
      }
    }
    return open;
  }

  /// The questions that one gap asks about every line.
  static Set<Field> askedOfAll(Picture picture) {
    return new OpenQuestions(picture).asked;
  }

  static boolean isRelationship(Element line) {
    return !line.value(Field.LINE_KIND).equals(LineKind.ABOUT.name());
  }

  /// The lines a gap asks about: of which nobody knows, or the one it names.
  public static List<Element> linesOf(Picture picture, Element gap) {
    var field = asks(gap);
    if (field == null) {
      return List.of();
    }
    var only = gap.value(Field.ASKS_OF);
    return picture.on(ElementKind.LINE).stream()
        .filter(
            line ->
                only.isEmpty()
                    ? line.value(field).equals(Field.NOT_KNOWN)
                    : line.id().toString().equals(only))
        .toList();
  }

  private static @org.jspecify.annotations.Nullable Field asks(Element node) {
    return Field.ASKED.stream()
        .filter(field -> field.name().equals(node.value(Field.ASKS)))
        .findFirst()
        .orElse(null);
  }

  private boolean isOpen(Element line, Field field) {
    String value = line.value(field);
    return value.isEmpty()
        || value.equals(Field.NOT_KNOWN)
            && !asked.contains(field)
            && !askedOfOne.contains(new Asked(field, line.id()));
  }
}
