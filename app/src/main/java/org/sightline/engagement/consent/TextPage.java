package org.sightline.engagement.consent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Round;

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

  public String here() {
    return "/engagement/rounds/" + round.id() + "/consent-text";
  }
}
