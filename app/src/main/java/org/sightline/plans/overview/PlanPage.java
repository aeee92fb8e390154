package org.sightline.plans.overview;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.UserId;
import org.sightline.plans.Action;
import org.sightline.plans.Issue;
import org.sightline.plans.PlannedWork;
import org.sightline.plans.Unfinished;

/// The plan as it stands.
///
/// @param open rows with no outcome
/// @param decided rows with one
/// @param sensitive rows on a sensitive route, for those who may see them
/// @param unfinished what the plan still lacks
/// @param replies letters to the council that wait for a reply
/// @param tellBy by when students hear what was done, or `null`
/// @param lights how many actions stand where, words first
/// @param owners names of those who own an action
/// @param printedOn today, in words
public record PlanPage(
    String workspace,
    PlannedWork.About about,
    boolean mayWrite,
    List<Row> open,
    List<Row> decided,
    List<Row> sensitive,
    Unfinished unfinished,
    List<Due> replies,
    @Nullable Due tellBy,
    Map<String, Long> lights,
    Map<UserId, String> owners,
    String printedOn) {

  /// @param author who recorded the outcome and when, or empty
  public record Row(Issue issue, String outcome, String author) {}

  /// Something with a day.
  ///
  /// @param late whether that day has passed
  public record Due(String words, String href, boolean late) {}

  public boolean isEmpty() {
    return open.isEmpty() && decided.isEmpty() && sensitive.isEmpty();
  }

  public String owner(Action action) {
    return owners.getOrDefault(action.terms().owner(), "");
  }
}
