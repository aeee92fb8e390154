package org.sightline.concerns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which adult of the school a concern is about, as far as that decides who may read it.
public enum About {
  STAFF,
  LEAD,
  DEPUTY,
  HEAD;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<About> of(String key) {
    return Arrays.stream(values()).filter(about -> about.key().equals(key)).findFirst();
  }
}
