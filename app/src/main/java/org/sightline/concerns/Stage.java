package org.sightline.concerns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// When a concern came up (A07).
public enum Stage {
  SETTING_UP,
  IN_SESSION,
  LEAVING,
  COUNTING,
  FEEDBACK,
  HELP_SLIP;

  /// As in `concern-form.yaml` and in addresses: "setting-up".
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Stage> of(String key) {
    return Arrays.stream(values()).filter(stage -> stage.key().equals(key)).findFirst();
  }
}
