package org.sightline.plans.council;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilLetter;
import org.sightline.plans.Issue;
import org.sightline.plans.PlannedWork;
import org.sightline.web.Answers;

/// The letter to the council, what was sent before, and the form that records sending it.
///
/// @param waiting every place that waits for a letter
/// @param issues those that go into this one
/// @param contact whom it is for, or `null` until that is chosen
/// @param letterReplyBy the day the letter asks for, in words
/// @param month the month students were asked, in words
public record LetterPage(
    String workspace,
    PlannedWork.About about,
    List<Issue> waiting,
    List<Issue> issues,
    List<CouncilContact> contacts,
    @Nullable CouncilContact contact,
    List<Sent> sent,
    Answers form,
    String today,
    String month,
    String letterReplyBy) {

  public boolean isIn(Issue issue) {
    return issues.contains(issue);
  }

  /// @param words who it went to, when, and what came back
  public record Sent(CouncilLetter letter, String words) {}
}
