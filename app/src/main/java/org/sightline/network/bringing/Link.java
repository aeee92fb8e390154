package org.sightline.network.bringing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sightline.network.exchange.Incoming;
import org.sightline.network.map.Element;
import org.sightline.network.map.Field;

/// What links two: a kind of ours, and what a file calls it where that is none of ours.
///
/// @param kind empty where nobody says
/// @param word in small letters; empty where the file says nothing more
record Link(String kind, String word) {

  static final Link NOTHING = new Link("", "");

  /// Under these headings files say what a line is.
  private static final Set<String> HEADINGS =
      Set.of("kind", "link", "type", "relation", "relationship");

  static Link of(Incoming.Line line, Choices choices) {
    String kind = choices.spoken().line(line.answers());
    return new Link(
        known(kind.isEmpty() ? choices.lineKind() : kind), word(line.answers(), choices.spoken()));
  }

  /// What links everybody in a file that does not say.
  static Link of(Choices choices) {
    return new Link(known(choices.lineKind()), "");
  }

  /// What a line on the map is; the words of the file it came from stand in its narrative.
  static Link of(Element line, Choices.Spoken spoken) {
    var answers = new LinkedHashMap<String, String>();
    for (String told : line.value(Field.NARRATIVE).split("\n", -1)) {
      int colon = told.indexOf(": ");
      if (colon > 0) {
        answers.putIfAbsent(told.substring(0, colon), told.substring(colon + 2));
      }
    }
    return new Link(known(line.value(Field.LINE_KIND)), word(answers, spoken));
  }

  /// Nobody has said what it is.
  boolean isNothing() {
    return equals(NOTHING);
  }

  /// Whether what stands on the map can be this.
  boolean mayBe(Link there) {
    return (word.isEmpty() || word.equals(there.word))
        && (kind.isEmpty()
            || there.kind.isEmpty() && there.word.equals(word)
            || kind.equals(there.kind));
  }

  private static String known(String kind) {
    return kind.equals(Field.NOT_KNOWN) ? "" : kind;
  }

  private static String word(Map<String, String> answers, Choices.Spoken spoken) {
    if (!spoken.line(answers).isEmpty()) {
      return "";
    }
    for (var answer : answers.entrySet()) {
      if (HEADINGS.contains(answer.getKey().toLowerCase(Locale.ROOT))) {
        return answer.getValue().lines().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }
}
