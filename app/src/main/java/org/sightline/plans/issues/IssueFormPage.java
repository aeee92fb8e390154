package org.sightline.plans.issues;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;
import org.sightline.web.SavedFirst;

/// The form of an issue.
///
/// @param issue its id, or `null` for a new one
/// @param savedFirst what somebody else saved meanwhile, or `null`
public record IssueFormPage(
    String workspace,
    @Nullable String issue,
    Answers form,
    Map<String, String> sources,
    Map<String, String> routes,
    @Nullable SavedFirst savedFirst) {

  public String action() {
    return issue == null
        ? "/plans/" + workspace + "/issues/new"
        : "/plans/" + workspace + "/issues/" + issue + "/wording";
  }

  public String back() {
    return issue == null ? "/plans/" + workspace : "/plans/" + workspace + "/issues/" + issue;
  }
}
