package org.sightline.network.bringing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;

/// What was asked of a file that does not say it itself.
///
/// @param kind what everybody in it is
/// @param lineKind what links them; empty for "not asked yet"
/// @param report who says so, seen or heard, and when, for every line of it
/// @param isLater whether it shows how things stand later: what is on the map between those the
///     file knows, and not in the file, is over
/// @param gone why such a line is taken off
/// @param spoken what a file may call a kind itself; then that goes before what was asked
public record Choices(
    NodeKind kind,
    String lineKind,
    Map<Field, String> report,
    boolean isLater,
    String gone,
    Spoken spoken) {

  public Choices {
    report = Map.copyOf(report);
  }

  /// Kinds by what files call them, in small letters: "young person", "goes there".
  public record Spoken(Map<String, String> nodes, Map<String, String> lines) {

    /// For files whose own words do not count.
    static final Spoken NOTHING = new Spoken(Map.of(), Map.of());

    public Spoken {
      nodes = Map.copyOf(nodes);
      lines = Map.copyOf(lines);
    }

    /// @param nodes words by kind
    /// @param lines words by kind
    static Spoken of(Map<String, String> nodes, Map<String, String> lines) {
      return new Spoken(turned(nodes), turned(lines));
    }

    /// @return empty when none of it is a kind
    String node(Map<String, String> answers) {
      return first(nodes, answers, "kind", "what it is", "type");
    }

    /// @return empty when none of it is a kind
    String line(Map<String, String> answers) {
      return first(lines, answers, "kind", "link", "type", "relation", "relationship");
    }

    private static Map<String, String> turned(Map<String, String> words) {
      var turned = new HashMap<String, String>();
      words.forEach(
          (kind, said) -> {
            turned.put(said.toLowerCase(Locale.ROOT), kind);
            turned.put(kind.toLowerCase(Locale.ROOT), kind);
          });
      return turned;
    }

    /// Our own tables say more after a comma.
    private static String first(
        Map<String, String> known, Map<String, String> answers, String... headings) {
      for (String heading : headings) {
        for (var answer : answers.entrySet()) {
          String said = answer.getValue().replaceAll(",.*", "").strip().toLowerCase(Locale.ROOT);
          if (answer.getKey().equalsIgnoreCase(heading) && known.containsKey(said)) {
            return known.getOrDefault(said, "");
          }
        }
      }
      return "";
    }
  }
}
