package org.sightline.plans.issues;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.plans.Action;
import org.sightline.plans.Issue;
import org.sightline.plans.Issues;
import org.sightline.plans.PlannedWork;

/// One issue with its actions and its history.
///
/// @param author who recorded the outcome and when, or `null`
/// @param decisions earlier ones and the last, each as a sentence with its author
public record IssuePage(
    String workspace,
    PlannedWork.About about,
    boolean mayWrite,
    Issue issue,
    String outcome,
    @Nullable String author,
    List<Past> decisions,
    List<Issues.Earlier> wordings,
    Map<UserId, String> names) {

  public record Past(String what, String author) {}

  /// The round a concern about this issue belongs to, or `null` where the plan is not of one.
  public @Nullable String round() {
    return about.href().startsWith("/engagement/rounds/") ? workspace : null;
  }

  public String owner(Action action) {
    return names.getOrDefault(action.terms().owner(), "");
  }

  public String author(Issues.Earlier wording) {
    return names.getOrDefault(wording.by(), "");
  }
}
