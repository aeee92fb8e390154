package org.sightline.network.actions;

import java.util.List;

/// What a gap on the map says beside its question.
///
/// @param isAnswered whether somebody has found it out
/// @param facts sentences: what was found, by whom, what it became; what raised it
public record GapFacts(boolean isAnswered, List<String> facts) {

  public GapFacts {
    facts = List.copyOf(facts);
  }
}
