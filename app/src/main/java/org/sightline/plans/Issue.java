package org.sightline.plans;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;

/// Something said about a place, what was decided about it, and what is done.
///
/// @param zone the lasting key of its zone, or `null`
/// @param hottest whether it was among the places with most red when it was last raised
/// @param version of its text
/// @param decision the last one, or `null` before the first
/// @param actions those that hold; what was taken out of the plan is in their history only
public record Issue(
    IssueId id,
    WorkspaceId workspace,
    @Nullable UUID zone,
    Source source,
    boolean hottest,
    int version,
    IssueText text,
    @Nullable Decision decision,
    List<Action> actions,
    UserId by,
    Instant at) {

  public Issue {
    actions = List.copyOf(actions);
  }

  /// What became of it; empty also when everything planned was taken out again.
  public Optional<Outcome> outcome() {
    if (decision == null || decision.outcome() == null) {
      return Optional.empty();
    }
    boolean nothingPlanned = decision.outcome() instanceof Outcome.Planned && actions.isEmpty();
    return nothingPlanned ? Optional.empty() : Optional.of(decision.outcome());
  }

  public boolean hasOutcome() {
    return outcome().isPresent();
  }

  /// Whether the hottest-zone rule is met: a measure, not only a decision (A66).
  public boolean hasMeasure() {
    return !actions.isEmpty();
  }

  /// Whether a measure is still to be found. Not where one adult is in charge: what becomes of that
  /// is the head's or the designated officer's to say (practice.md, 8).
  public boolean needsMeasure() {
    return hottest && !hasMeasure() && !text.isSensitive();
  }

  /// The version a new decision follows; 0 before the first.
  public int decisionVersion() {
    return decision == null ? 0 : decision.version();
  }
}
