package org.sightline.engagement.results;

/// What a zone keeps through all versions of the plan, so that two rounds can be compared (A42).
public record ZoneKey(String value) {

  public ZoneKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A zone needs a key");
    }
  }
}
