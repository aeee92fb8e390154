package org.sightline.network;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sightline.network.map.Asking;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.LineKind;
import org.sightline.network.map.Picture;

/// What has to be answered or turned into a gap before the version of a meeting is sealed: every
/// question of every line, and of what it rests on, that was not asked yet, and every one nobody
/// knows the answer to while no gap asks for it.
public final class OpenQuestions {

  private final Set<Field> asked = EnumSet.noneOf(Field.class);
  private final Set<OfOne> askedOfOne = new HashSet<>();

  private record OfOne(Field field, ElementId of) {}

  private OpenQuestions(Picture picture) {
    for (var node : picture.on(ElementKind.NODE)) {
      var field = asks(node);
      if (field != null) {
        var of = node.answer(Field.ASKS_OF);
        of.ifPresentOrElse(
            one -> askedOfOne.add(new OfOne(field, ElementId.of(one))), () -> asked.add(field));
      }
    }
  }

  /// @param questions in their order, those about what somebody said last
  public record Open(Element line, List<Asking> questions) {

    public Open {
      questions = List.copyOf(questions);
    }

    /// What is asked, without of what.
    public List<Field> fields() {
      return questions.stream().map(Asking::field).toList();
    }
  }

  /// Line by line, in the order in which they were drawn; what a gap is about is not asked
  /// anything.
  public static List<Open> of(Picture picture) {
    var questions = new OpenQuestions(picture);
    var open = new ArrayList<Open>();
    for (var line : picture.on(ElementKind.LINE)) {
      var unanswered = Asking.of(picture, line).stream().filter(questions::isOpen).toList();
      if (!unanswered.isEmpty()) {
        open.add(new Open(line, unanswered));
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
                Asking.of(picture, line).stream()
                    .filter(each -> each.field() == field)
                    .anyMatch(
                        each ->
                            only.isEmpty()
                                ? each.answer().equals(Field.NOT_KNOWN)
                                : each.of().id().toString().equals(only)))
        .toList();
  }

  private static @org.jspecify.annotations.Nullable Field asks(Element node) {
    return Asking.FIELDS.stream()
        .filter(field -> field.name().equals(node.value(Field.ASKS)))
        .findFirst()
        .orElse(null);
  }

  private boolean isOpen(Asking question) {
    String value = question.answer();
    return value.isEmpty()
        || value.equals(Field.NOT_KNOWN)
            && !asked.contains(question.field())
            && !askedOfOne.contains(new OfOne(question.field(), question.of().id()));
  }
}
