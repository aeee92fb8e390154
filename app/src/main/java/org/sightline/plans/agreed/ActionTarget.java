package org.sightline.plans.agreed;

import java.util.UUID;
import java.util.regex.Pattern;

/// What an action answers, as the feature knows it.
///
/// @param kind in small letters and hyphens, as `map-element`
public record ActionTarget(String kind, UUID id) {

  private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*");

  public ActionTarget {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "The kind of a target is in small letters, as map-element, and not " + kind);
    }
  }
}
