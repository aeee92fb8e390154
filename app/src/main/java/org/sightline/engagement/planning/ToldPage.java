package org.sightline.engagement.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sightline.web.Words;

/// Writing down that students were told what was done.
///
/// @param lines what was written down, each as a sentence
public record ToldPage(Round round, List<Line> lines, Filled filled) {

  public record Line(UUID id, String sentence) {}

  public ToldPage {
    lines = List.copyOf(lines);
  }

  static ToldPage of(Round round, List<Told> told, Filled filled, Words words) {
    return new ToldPage(
        round,
        told.stream().map(each -> new Line(each.id(), each.sentence(words))).toList(),
        filled);
  }

  public Map<String, String> audiences(Words words) {
    var options = new LinkedHashMap<String, String>();
    for (var each : Told.Audience.values()) {
      options.put(each.name(), words.say("engagement.planning.told.choice." + each.name()));
    }
    return options;
  }

  public Map<String, String> ways(Words words) {
    var options = new LinkedHashMap<String, String>();
    for (var each : Told.Way.values()) {
      options.put(each.name(), words.say("engagement.planning.told.choice." + each.name()));
    }
    return options;
  }
}
