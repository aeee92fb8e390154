package org.sightline.clocks;

/// Which nation's bank holidays a school or council keeps.
public enum Nation {
  ENGLAND("England", "eng"),
  WALES("Wales", "wls"),
  SCOTLAND("Scotland", "sct"),
  NORTHERN_IRELAND("Northern Ireland", "nir");

  private final String words;
  private final String jollydayRegion;

  Nation(String words, String jollydayRegion) {
    this.words = words;
    this.jollydayRegion = jollydayRegion;
  }

  public String words() {
    return words;
  }

  String jollydayRegion() {
    return jollydayRegion;
  }
}
