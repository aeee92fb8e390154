package org.sightline.plans.actions;

import java.util.List;
import java.util.Map;
import org.sightline.kernel.UserId;
import org.sightline.plans.Action;
import org.sightline.web.Answers;

/// One action: what was agreed, how it stands, and the next step.
///
/// @param action its last version
/// @param history all versions, newest first
/// @param done the form that marks it done
/// @param review the form that records a review
public record ActionPage(
    String workspace,
    boolean mayWrite,
    Action action,
    List<Action> history,
    Map<UserId, String> names,
    Answers done,
    Answers review,
    String question,
    Map<String, String> findings) {

  public String name(UserId user) {
    return names.getOrDefault(user, "");
  }
}
