package org.sightline.network.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The edits of a map folded together: what stands on it now.
///
/// Two people who draw at the same time each say which entry they had seen last. What they say of
/// different things is merged, in whatever order it arrives; what the second says of a thing the
/// first has changed meanwhile is refused, and nothing is lost: the second is told, and can say it
/// again.
///
/// Not safe for several threads at once.
public final class Picture {

  private static final ElementKind[] KINDS = ElementKind.values();

  private final Map<ElementId, Element> elements = new LinkedHashMap<>();
  private final Map<ElementId, List<ElementId>> reports = new LinkedHashMap<>();
  private final Set<UUID> taken = new HashSet<>();
  private final List<Long> undone = new ArrayList<>(List.of(0L));
  private long last;

  /// The picture as it was when the last of these was taken.
  ///
  /// @param entries in order, from the first
  public static Picture of(Iterable<Entry> entries) {
    return of(entries, Set.of());
  }

  /// The same without some elements, as if nothing had ever been said of them.
  public static Picture of(Iterable<Entry> entries, Set<ElementId> without) {
    var picture = new Picture();
    entries.forEach(entry -> picture.take(entry, without));
    return picture;
  }

  /// The number of the last entry, or 0.
  public long last() {
    return last;
  }

  /// Whether this edit is in the picture already.
  public boolean has(UUID edit) {
    return taken.contains(edit);
  }

  public @Nullable Element find(ElementId id) {
    return elements.get(id);
  }

  /// What is on the map, in the order in which it was drawn.
  public List<Element> on(ElementKind kind) {
    return elements.values().stream()
        .filter(element -> element.kind() == kind && isOn(element))
        .toList();
  }

  /// How many people stand on it: groups, places and open questions are nobody.
  public int people() {
    return (int)
        on(ElementKind.NODE).stream()
            .filter(node -> NodeKind.valueOf(node.value(Field.KIND)).isPerson())
            .count();
  }

  /// Every line that was ever drawn, also what is off the map now.
  public Stream<Element> everyLine() {
    return elements.values().stream().filter(element -> element.kind() == ElementKind.LINE);
  }

  /// Every node that was ever drawn, also what is off the map now and who turned out to be another.
  public Stream<Element> everyNode() {
    return elements.values().stream().filter(element -> element.kind() == ElementKind.NODE);
  }

  /// What a line rests on, in the order in which it was said.
  public List<Element> reports(ElementId line) {
    return reports.getOrDefault(line, List.of()).stream()
        .map(elements::get)
        .filter(report -> report != null && report.isOn())
        .toList();
  }

  /// What was ever said of a line, also what was taken off since.
  List<ElementId> everyReport(ElementId line) {
    return reports.getOrDefault(line, List.of());
  }

  /// The node it turned out to be, or itself. Of a circle, which is refused now and may stand in an
  /// old log, one of its nodes.
  public ElementId shown(ElementId node) {
    var at = node;
    int left = elements.size();
    for (var element = elements.get(at);
        element != null && !element.value(Field.SAME_AS).isEmpty() && left-- > 0;
        element = elements.get(at)) {
      at = element.end(Field.SAME_AS);
    }
    return at;
  }

  /// A line is on the map while both its ends are, and a gap about one line, or about what somebody
  /// said of one, while that is.
  private boolean isOn(Element element) {
    return element.isOn()
        && switch (element.kind()) {
          case NODE -> element.value(Field.SAME_AS).isEmpty() && asksOfSomething(element);
          case LINE -> isThere(element.end(Field.FROM)) && isThere(element.end(Field.TO));
          case REPORT -> isThere(element.end(Field.ON)) && isOn(line(element));
        };
  }

  private boolean asksOfSomething(Element node) {
    if (node.value(Field.ASKS_OF).isEmpty()) {
      return true;
    }
    var about = elements.get(node.end(Field.ASKS_OF));
    return about != null && about.kind() != ElementKind.NODE && isOn(about);
  }

  private Element line(Element report) {
    return Objects.requireNonNull(elements.get(report.end(Field.ON)));
  }

  private boolean isThere(ElementId id) {
    var element = elements.get(shown(id));
    return element != null && element.isOn();
  }

  /// Puts a value of an element in other words.
  @FunctionalInterface
  public interface Rewording {
    String of(Element element, Field field, String value);
  }

  /// What stands on it now, in other words; without what was said before.
  public Picture reworded(Rewording rewording) {
    var other = new Picture();
    elements.forEach(
        (id, element) -> {
          var copy = new Element(id, element.kind(), element.drawnBy());
          for (var field : Field.values()) {
            String value = element.value(field);
            if (!value.isEmpty()) {
              copy.answers(field).say(element.since(field), rewording.of(element, field, value));
            }
          }
          other.elements.put(id, copy);
        });
    other.reports.putAll(reports);
    other.last = last;
    return other;
  }

  /// Takes an edit over. It was checked before it was written down, and is believed.
  public void take(Entry entry) {
    take(entry, Set.of());
  }

  private void take(Entry entry, Set<ElementId> without) {
    if (entry.number() != last + 1) {
      throw new IllegalArgumentException("Entry %d after %d".formatted(entry.number(), last));
    }
    var said = entry.edit().byElement();
    for (var change : entry.edit().changes()) {
      if (without.contains(change.element())) {
        continue;
      }
      var element =
          elements.computeIfAbsent(
              change.element(),
              id ->
                  new Element(
                      id, kindOf(Objects.requireNonNull(said.get(id)).keySet()), entry.number()));
      say(element, change, entry);
      if (change.field() == Field.ON) {
        reports
            .computeIfAbsent(ElementId.of(change.value()), none -> new ArrayList<>(1))
            .add(element.id());
      }
    }
    taken.add(entry.edit().id());
    undone.add(entry.undoes() == null ? 0 : entry.undoes());
    last = entry.number();
  }

  private void say(Element element, Change change, Entry entry) {
    var answers = element.answers(change.field());
    if (entry.undoes() != null) {
      long spoke = origin(entry.undoes());
      if (isUndoing(entry.undoes())) {
        if (change.value().equals(answers.again(spoke))) {
          answers.sayAgain(entry.number(), spoke);
          return;
        }
      } else if (change.value().equals(answers.before(spoke))) {
        answers.takeBack(entry.number());
        return;
      }
    }
    answers.say(entry.number(), change.value());
  }

  /// Why an edit cannot be taken, or `null` when it can.
  ///
  /// @param seen the last entry its author had seen
  public @Nullable Refusal refusal(Edit edit, long seen) {
    return new Checking(this, edit, seen).refusal();
  }

  /// The edit that takes an entry back: everything it said is as it was before, and what it drew is
  /// taken off. Taking back what took something back says it again.
  ///
  /// @param entry of this map
  /// @param because why what it drew is taken off
  /// @return `null` when something it said has been changed since, or erased
  public @Nullable Edit takingBack(Entry entry, String because) {
    long spoke = origin(entry.number());
    boolean again = isUndoing(entry.number());
    var changes = new ArrayList<Change>();
    var drawn = new HashSet<ElementId>();
    for (var change : entry.edit().changes()) {
      var element = elements.get(change.element());
      if (element == null) {
        return null;
      }
      if (element.drawnBy() == spoke) {
        if (drawn.add(element.id())) {
          changes.add(new Change(element.id(), Field.OFF, again ? "" : because));
        }
        continue;
      }
      var answers = element.answers(change.field());
      String value = again ? answers.again(spoke) : answers.before(spoke);
      if (value == null) {
        return null;
      }
      changes.add(new Change(element.id(), change.field(), value));
    }
    return changes.isEmpty() ? null : new Edit(UUID.randomUUID(), changes);
  }

  /// The entry that first said what this one takes back or says again.
  private long origin(long number) {
    long at = number;
    while (undone.get(Math.toIntExact(at)) != 0) {
      at = undone.get(Math.toIntExact(at));
    }
    return at;
  }

  /// Whether an entry took something back: it undoes a saying, or the undoing of an undoing.
  private boolean isUndoing(long number) {
    boolean undoing = false;
    for (long at = number;
        undone.get(Math.toIntExact(at)) != 0;
        at = undone.get(Math.toIntExact(at))) {
      undoing = !undoing;
    }
    return undoing;
  }

  /// What kind of element something new is: the kind of which its fields are.
  static ElementKind kindOf(Set<Field> fields) {
    for (var field : fields) {
      for (var kind : KINDS) {
        if (isOnlyOf(field, kind)) {
          return kind;
        }
      }
    }
    return ElementKind.NODE;
  }

  private static boolean isOnlyOf(Field field, ElementKind kind) {
    return field != Field.OFF && field.isOf(kind);
  }
}
