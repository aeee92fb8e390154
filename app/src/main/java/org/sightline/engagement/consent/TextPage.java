package org.sightline.engagement.consent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Round;
import org.sightline.web.Words;

/// The words of the consent form: reading and changing them.
public record TextPage(
    Round round,
    TextVersion version,
    List<TextVersion> versions,
    @Nullable Research research,
    boolean mayChange,
    boolean mayDeclare,
    Filled filled) {

  public TextPage {
    versions = List.copyOf(versions);
  }

  public Map<String, FormWords> forms() {
    var forms = new java.util.LinkedHashMap<String, FormWords>();
    forms.put("standard", version.text().standard());
    forms.put("easy-read", version.text().easyRead());
    return forms;
  }

  /// The forms as they are read here: what is filled in for each session stands in square brackets.
  public Map<String, FormWords> shown(Words words) {
    var shown = new java.util.LinkedHashMap<String, FormWords>();
    forms().forEach((key, form) -> shown.put(key, form.filled(places(words, form))));
    return shown;
  }

  private static Map<String, String> places(Words words, FormWords form) {
    return form.places().stream()
        .collect(
            Collectors.toMap(
                place -> place,
                place -> "[" + words.say("engagement.consent.place." + place) + "]"));
  }

  public String here() {
    return "/engagement/rounds/" + round.id() + "/consent-text";
  }
}
