package org.sightline.access.account;

import tools.jackson.databind.JsonNode;

/// What a browser sends when a passkey was made on it.
///
/// @param label what its owner calls it: 1 to 60 characters, shortened when longer
/// @param answer as the browser gives it
public record NewPasskey(String label, JsonNode answer) {

  private static final int LONGEST = 60;

  public NewPasskey {
    label = label.strip();
    label = label.isEmpty() ? "Passkey" : label.substring(0, Math.min(LONGEST, label.length()));
  }
}
