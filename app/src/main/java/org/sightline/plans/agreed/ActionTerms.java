package org.sightline.plans.agreed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;

/// What was agreed: what, who is accountable, by when.
///
/// @param words what will be done; of a gap, the question
/// @param agency best placed to do it (B18), or that can fill the gap (B14)
/// @param owner a member of the piece of work, or `null` when the owner is outside Sightline
/// @param outside who is accountable there, in words; empty when a member is
public record ActionTerms(
    Kind kind,
    About about,
    String words,
    String agency,
    @Nullable UserId owner,
    String outside,
    LocalDate due) {

  /// What kind of thing it is (B05, B81).
  public enum Kind {
    SUPPORT,
    DISRUPTION,
    ENVIRONMENT,
    /// Finding out what nobody knows yet.
    GAP,
    SOMETHING_ELSE
  }

  /// Whether something is done with a person, or where people are.
  public enum About {
    PERSON,
    CONTEXT
  }

  public ActionTerms {
    if (words.isBlank() || agency.isBlank()) {
      throw new IllegalArgumentException(
          "An action needs what is done and the agency that does it");
    }
    if ((owner == null) == outside.isBlank()) {
      throw new IllegalArgumentException(
          "An action has exactly one accountable owner: a member, or somebody outside in words");
    }
  }
}
