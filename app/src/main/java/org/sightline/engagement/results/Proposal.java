package org.sightline.engagement.results;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.plans.IssueId;

/// An idea from a discussion, in general words (A75, A76).
///
/// @param note the note it was made from
/// @param zone the place it is about, or `null` when it is about the whole school
/// @param approved whether it may be read outside the team: on the report and the presenter view
/// @param struck whether the note has been struck out since; nobody outside then reads the idea
/// @param issue what it became in the intervention plan, or `null`
public record Proposal(
    UUID id,
    UUID note,
    Kind kind,
    @Nullable ZoneKey zone,
    String wording,
    boolean approved,
    boolean struck,
    @Nullable IssueId issue) {

  public static final int LONGEST = 300;

  /// Who would do it.
  public enum Kind {
    STUDENTS,
    STAFF
  }

  public Proposal {
    if (wording.isBlank() || wording.length() > LONGEST) {
      throw new IllegalArgumentException("A proposal has 1 to %d letters".formatted(LONGEST));
    }
  }

  /// Whether the report and the presenter view may show it.
  public boolean isForEveryone() {
    return approved && !struck;
  }
}
