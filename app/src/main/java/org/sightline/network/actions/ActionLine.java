package org.sightline.network.actions;

import org.sightline.clocks.Progress;
import org.sightline.plans.agreed.AgreedAction.State;

/// An action in a list, in words.
///
/// @param kind and `about` as they are called
/// @param who is accountable, with the agency
/// @param answers what it answers, or empty when it answers all of the work
/// @param updated when it was last updated, or that it was not yet
public record ActionLine(
    String href,
    String words,
    String due,
    String kind,
    String about,
    String who,
    String answers,
    State state,
    String stateWords,
    Progress progress,
    String updated,
    boolean isTakenBack) {

  /// Whether what it answers says more than its own words; a gap asks what its action says.
  public boolean saysWhatFor() {
    return !answers.isEmpty() && !answers.equals(words);
  }

  public boolean isOpen() {
    return state == State.GOING_ON && !isTakenBack;
  }
}
