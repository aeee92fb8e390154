package org.sightline.contexts.drawing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sightline.contexts.floorplans.Zone;

/// Zones are named by place and never by person (practice.md 8).
final class ZoneNames {

  static final int LONGEST = 60;

  private static final Pattern PERSON =
      Pattern.compile("(?i)\\b(mr|mrs|miss|ms|mx|dr|sir|prof)\\.?\\s+\\p{L}");

  private ZoneNames() {}

  /// Why this cannot be the name of a zone, in a sentence.
  ///
  /// @param others the zones of the plan that are not this one
  static Optional<String> refusal(String name, List<Zone> others) {
    if (name.isBlank()) {
      return Optional.of("Give the place a name, such as North stairs.");
    }
    if (name.length() > LONGEST) {
      return Optional.of(
          "The name has %d letters; up to %d fit on the map. Shorten it, such as North stairs."
              .formatted(name.length(), LONGEST));
    }
    if (name.chars()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
      return Optional.of("The name has a character that cannot be printed. Type it again.");
    }
    if (PERSON.matcher(name).find()) {
      return Optional.of(
          "This looks like a person's name. Name the place instead, such as Science room 2: a red room can be an allegation.");
    }
    if (others.stream().anyMatch(zone -> zone.name().equalsIgnoreCase(name))) {
      return Optional.of(
          "There is a zone named %s already. Give each place a name of its own.".formatted(name));
    }
    return Optional.empty();
  }
}
