package org.sightline.plans.actions;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.plans.Issue;
import org.sightline.plans.Measure;
import org.sightline.web.Answers;

/// The form of an action.
///
/// @param action its id, or `null` for a new one
/// @param library measures by the name of their kind
/// @param dueWhy how the day that is offered came about
public record ActionFormPage(
    String workspace,
    Issue issue,
    @Nullable String action,
    Answers form,
    String question,
    Map<String, List<Measure>> library,
    Map<String, String> kinds,
    Map<String, String> owners,
    Map<String, String> answers,
    String dueWhy) {

  public String target() {
    return action == null
        ? "/plans/" + workspace + "/issues/" + issue.id() + "/actions/new"
        : "/plans/" + workspace + "/actions/" + action + "/change";
  }
}
