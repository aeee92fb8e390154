package org.sightline.engagement.consent;

import java.util.List;

/// Blank consent forms for print.
///
/// @param aims for the leaflet (A01), in students' words
public record PrintPage(Register.Shown shown, List<String> aims) {

  public PrintPage {
    aims = List.copyOf(aims);
  }

  public FormWords words() {
    return shown.words();
  }

  public String look() {
    return shown.kind().slug();
  }
}
