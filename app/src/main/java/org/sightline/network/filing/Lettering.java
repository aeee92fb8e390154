package org.sightline.network.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.network.Filings;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;

/// Calls everybody by their letter who is not to be named in somebody's papers (practice.md, Safety
/// 4): on the map, and wherever a text has a name of theirs, whole or in part. Homes and vehicles
/// lead to people, and have letters too unless a line joins them to somebody who is named.
///
/// A text can hold names nobody has put on the map: a person reads the papers before they are
/// filed.
final class Lettering {

  private static final Set<Field> TYPED =
      EnumSet.of(
          Field.NOTE,
          Field.THEME,
          Field.LINKS_THERE,
          Field.UNKNOWN_OF,
          Field.ASKED_OF,
          Field.FOUND,
          Field.WHERE_SEEN,
          Field.SEEN_BY,
          Field.NARRATIVE,
          Field.AGENCY,
          Field.ROLE,
          Field.OFF);

  /// What stands in names and names nobody.
  private static final Set<String> COMMON =
      Set.of(
          "unknown", "young", "person", "people", "adult", "man", "woman", "male", "female", "boy",
          "girl", "older", "younger", "friend", "brother", "sister", "mother", "father", "uncle",
          "aunt", "cousin", "the", "and", "from", "with", "called", "of", "mr", "mrs", "ms",
          "miss");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final int SHORT = 3;

  private final Picture picture;
  private final Set<ElementId> named;
  private final Map<ElementId, String> called = new HashMap<>();
  private final Map<String, List<Name>> names = new HashMap<>();

  /// A name as its words, the first in small letters is what it is looked up by.
  private record Name(List<String> words, boolean exact, String instead) {

    boolean is(List<String> text, int at) {
      if (at + words.size() > text.size()) {
        return false;
      }
      for (int i = 0; i < words.size(); i++) {
        if (!isWord(words.get(i), text.get(at + i))) {
          return false;
        }
      }
      return true;
    }

    private boolean isWord(String word, String there) {
      if (exact) {
        return word.equals(there)
            || word.length() >= SHORT && word.toUpperCase(Locale.ROOT).equals(there);
      }
      return word.equalsIgnoreCase(there);
    }
  }

  /// @param named who keeps their name
  /// @param letters of everybody on the map
  /// @param noun what somebody of a kind is called with a letter, as "Young person B"
  /// @param somebody what stands for a word that two people share
  Lettering(
      Picture picture,
      Set<ElementId> named,
      Map<ElementId, String> letters,
      BiFunction<NodeKind, String, String> noun,
      String somebody) {
    this.picture = picture;
    this.named = named;
    var words = new HashMap<String, Set<String>>();
    var kept = new HashSet<String>();
    for (var node : picture.everyNode().toList()) {
      var shown = picture.shown(node.id());
      if (!Filings.isLettered(node)) {
        continue;
      }
      if (isNamed(node, shown)) {
        kept.addAll(wordsOf(node));
        continue;
      }
      String instead = noun.apply(kindOf(picture, shown), letters.getOrDefault(shown, ""));
      called.put(node.id(), instead);
      for (String name : namesOf(node)) {
        var parts = split(name);
        if (parts.size() > 1) {
          add(new Name(parts, false, instead));
        } else {
          parts.forEach(word -> words.computeIfAbsent(word, w -> new HashSet<>()).add(instead));
        }
      }
      if (isPerson(node)) {
        wordsOf(node)
            .forEach(word -> words.computeIfAbsent(word, w -> new HashSet<>()).add(instead));
      }
    }
    words.forEach(
        (word, those) -> {
          if (!kept.contains(word)) {
            add(
                new Name(
                    List.of(word), true, those.size() == 1 ? those.iterator().next() : somebody));
          }
        });
    names
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt((Name each) -> -each.words().size())));
  }

  private void add(Name name) {
    names
        .computeIfAbsent(name.words().getFirst().toLowerCase(Locale.ROOT), w -> new ArrayList<>())
        .add(name);
  }

  private boolean isNamed(Element node, ElementId shown) {
    return named.contains(shown)
        || !isPerson(node)
            && picture.on(ElementKind.LINE).stream().anyMatch(line -> joins(line, shown));
  }

  private boolean joins(Element line, ElementId node) {
    var from = picture.shown(ElementId.of(line.value(Field.FROM)));
    var to = picture.shown(ElementId.of(line.value(Field.TO)));
    return from.equals(node) && named.contains(to) || to.equals(node) && named.contains(from);
  }

  /// The map, on which everybody else is a letter.
  Picture map() {
    return picture.reworded(
        (element, field, value) -> {
          if (field == Field.LABEL && called.containsKey(element.id())) {
            return called.get(element.id());
          }
          if (field == Field.ALIASES) {
            return called.containsKey(element.id()) ? "" : value;
          }
          return field == Field.LABEL || TYPED.contains(field) ? text(value) : value;
        });
  }

  /// A text with a letter wherever it has a name.
  String text(String text) {
    var at = WORD.matcher(text);
    var words = new ArrayList<String>();
    var starts = new ArrayList<Integer>();
    var ends = new ArrayList<Integer>();
    while (at.find()) {
      words.add(at.group());
      starts.add(at.start());
      ends.add(at.end());
    }
    var said = new StringBuilder();
    int done = 0;
    for (int i = 0; i < words.size(); i++) {
      var name = nameAt(words, i);
      if (name != null) {
        said.append(text, done, starts.get(i)).append(name.instead());
        i += name.words().size() - 1;
        done = ends.get(i);
      }
    }
    return said.append(text, done, text.length()).toString();
  }

  private @Nullable Name nameAt(List<String> words, int at) {
    return names.getOrDefault(words.get(at).toLowerCase(Locale.ROOT), List.of()).stream()
        .filter(name -> name.is(words, at))
        .findFirst()
        .orElse(null);
  }

  private static NodeKind kindOf(Picture picture, ElementId shown) {
    var node = picture.find(shown);
    return node == null ? NodeKind.UNKNOWN_PERSON : NodeKind.valueOf(node.value(Field.KIND));
  }

  private static boolean isPerson(Element node) {
    return NodeKind.valueOf(node.value(Field.KIND)).isPerson();
  }

  private static List<String> namesOf(Element node) {
    var names = new ArrayList<String>();
    names.add(node.value(Field.LABEL));
    for (String alias : node.value(Field.ALIASES).split("[,;\\n]")) {
      if (!alias.isBlank()) {
        names.add(alias.strip());
      }
    }
    return names;
  }

  /// The words of somebody's names that can stand for them alone: those with a capital, or all of a
  /// name that has none.
  private static Set<String> wordsOf(Element node) {
    var words = new HashSet<String>();
    for (String name : namesOf(node)) {
      boolean small = name.equals(name.toLowerCase(Locale.ROOT));
      for (String word : split(name)) {
        String capital = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        if (word.length() > 1
            && Character.isLetter(word.codePointAt(0))
            && (small || capital.equals(word))
            && !COMMON.contains(word.toLowerCase(Locale.ROOT))) {
          words.add(capital);
        }
      }
    }
    return words;
  }

  private static List<String> split(String name) {
    return WORD.matcher(name).results().map(each -> each.group()).toList();
  }
}
