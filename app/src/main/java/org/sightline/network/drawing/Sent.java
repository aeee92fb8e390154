package org.sightline.network.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sightline.network.drawing.View.Line;
import org.sightline.network.drawing.View.Node;

/// A whole map on its way to the browser, a third as long as it is there: what is empty is left
/// out, what many say in the same words is said once, ends are numbers of nodes, and the names of
/// the two ends stand in a sentence as marks. `unpacked.js` makes the same of it again.
///
/// @param nodes and `lines`: what is said of each, by name; `said`, `sentence` and `stands` are
///     numbers among the texts
record Sent(
    long last,
    List<Map<String, Object>> nodes,
    List<Map<String, Object>> lines,
    List<String> texts) {

  /// One for each end. No text of ours holds them; a sentence that does goes as it is.
  private static final List<String> ENDS = List.of("\u0001", "\u0002");

  private static final Pattern MARKS = Pattern.compile("[\u0001\u0002]");

  static Sent of(View view) {
    var texts = new Texts();
    var numbers = new HashMap<String, Integer>();
    var nodes = new ArrayList<Map<String, Object>>();
    for (var node : view.nodes()) {
      numbers.put(node.id(), nodes.size());
      nodes.add(node(node, texts));
    }
    var lines = new ArrayList<Map<String, Object>>();
    for (var line : view.lines()) {
      var sent = line(line, texts);
      var from = numbers.get(line.from());
      var to = numbers.get(line.to());
      if (from == null || to == null || MARKS.matcher(line.sentence()).find()) {
        sent.put("from", line.from());
        sent.put("to", line.to());
        sent.put("sentence", texts.number(line.sentence()));
      } else {
        var ends = List.of(view.nodes().get(from), view.nodes().get(to));
        sent.put("from", from);
        sent.put("to", to);
        sent.put("sentence", texts.number(marked(line.sentence(), ends)));
      }
      lines.add(sent);
    }
    return new Sent(view.last(), nodes, lines, texts.all);
  }

  private static Map<String, Object> node(Node node, Texts texts) {
    var sent = new LinkedHashMap<String, Object>();
    sent.put("id", node.id());
    sent.put("kind", node.kind());
    sent.put("label", node.label());
    sent.put("said", texts.number(node.said()));
    sent.put("key", node.key());
    sent.put("bearing", node.bearing());
    sent.put("pin", node.pin());
    sent.put("at", node.at());
    sent.put("tag", node.tag());
    sent.put("aliases", node.aliases());
    return withoutEmpty(sent);
  }

  private static Map<String, Object> line(Line line, Texts texts) {
    var sent = new LinkedHashMap<String, Object>();
    sent.put("id", line.id());
    sent.put("kind", line.kind());
    sent.put("strength", line.strength());
    sent.put("influence", line.influence());
    sent.put("protects", line.protects());
    sent.put("evidenced", line.evidenced());
    sent.put("faded", line.faded());
    sent.put("past", line.past());
    sent.put("open", line.open() == 0 ? "" : line.open());
    sent.put("stands", texts.number(line.stands()));
    return withoutEmpty(sent);
  }

  private static Map<String, Object> withoutEmpty(Map<String, Object> sent) {
    sent.values().removeIf(value -> value.equals("") || value.equals(false));
    return sent;
  }

  /// The longer name first: it may hold the shorter one.
  private static String marked(String sentence, List<Node> ends) {
    var marks = new LinkedHashMap<String, String>();
    for (int i = 0; i < ends.size(); i++) {
      marks.putIfAbsent(ends.get(i).label(), ENDS.get(i));
    }
    var longest = new ArrayList<>(marks.entrySet());
    longest.sort(Comparator.comparing(mark -> -mark.getKey().length()));
    String marked = sentence;
    for (var mark : longest) {
      if (!mark.getKey().isEmpty()) {
        marked = marked.replace(mark.getKey(), mark.getValue());
      }
    }
    return marked;
  }

  /// What is said, each once.
  private static final class Texts {

    private final List<String> all = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int number(String text) {
      return numbers.computeIfAbsent(
          text,
          fresh -> {
            all.add(fresh);
            return all.size() - 1;
          });
    }
  }
}
