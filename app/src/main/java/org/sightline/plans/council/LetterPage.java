package org.sightline.plans.council;

import java.util.List;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilLetter;
import org.sightline.plans.Issue;
import org.sightline.plans.PlannedWork;
import org.sightline.plans.pages.Filled;

/// The letter to the council, what was sent before, and the form that records sending it.
///
/// @param letterReplyBy the day the letter asks for, in words
/// @param month the month students were asked, in words
public record LetterPage(
    String workspace,
    PlannedWork.About about,
    List<Issue> issues,
    List<CouncilContact> contacts,
    List<Sent> sent,
    Filled form,
    String today,
    String month,
    String letterReplyBy) {

  /// @param words who it went to, when, and what came back
  public record Sent(CouncilLetter letter, String words) {}
}
