package org.sightline.network.ownmap;

import java.util.List;
import java.util.UUID;

/// What a young person answered to one of the ten questions (B100). None has to be answered.
///
/// @param people on their map whom the answer points at
/// @param words may be empty
public record Reply(How how, List<UUID> people, String words) {

  public static final int LONGEST_WORDS = 1000;

  /// Skipping says nothing; not wanting to say is an answer.
  public enum How {
    ANSWERED,
    SKIPPED,
    RATHER_NOT
  }

  public Reply {
    people = List.copyOf(people);
    if (words.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException("Too long an answer");
    }
    if (how != How.ANSWERED && !(people.isEmpty() && words.isEmpty())) {
      throw new IllegalArgumentException("What was not answered has no answer");
    }
  }
}
