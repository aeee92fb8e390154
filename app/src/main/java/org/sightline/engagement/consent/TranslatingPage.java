package org.sightline.engagement.consent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Round;

/// A translation being written, line by line beside the English.
///
/// @param english every line to translate, in the order in which it is read
public record TranslatingPage(
    Round round, String language, Map<String, String> english, Filled filled) {

  public TranslatingPage {
    english = Collections.unmodifiableMap(new LinkedHashMap<>(english));
  }

  public String name() {
    return Translation.nameOf(language);
  }

  public String here() {
    return "/engagement/rounds/" + round.id() + "/consent-text";
  }
}
