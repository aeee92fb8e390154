package org.sightline.people;

import java.time.LocalDate;

/// What is said about a person, and how it is known (RR-07, H15).
///
/// @param agency and `role` of the professional who says so or took it down
/// @param fromYoungPerson whether it rests on what another young person said or drew: then the
///     source is never shown outside (practice.md, Safety 3)
/// @param knownOn when it was seen, heard or said
public record StatementText(
    Label label,
    String words,
    String agency,
    String role,
    boolean fromYoungPerson,
    LocalDate knownOn,
    Reliability reliability) {

  private static final String WITHHELD = "withheld";

  public StatementText {
    if (words.isBlank() || agency.isBlank() || role.isBlank()) {
      throw new IllegalArgumentException(
          "A statement has words, and an agency and a role that say so");
    }
  }

  /// As it may leave: without what would point to a young person as the source.
  StatementText forOthers() {
    return fromYoungPerson
        ? new StatementText(label, words, WITHHELD, WITHHELD, true, knownOn, reliability)
        : this;
  }
}
