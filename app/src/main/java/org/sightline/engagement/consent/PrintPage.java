package org.sightline.engagement.consent;

/// Blank consent forms for print.
public record PrintPage(Register.Shown shown) {

  public FormWords words() {
    return shown.words();
  }

  public String look() {
    return shown.kind().slug();
  }
}
