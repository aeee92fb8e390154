package org.sightline.concerns;

/// What the owner of a round may know of its concerns, and when (practice.md 6).
///
/// That nothing was raised, and that all was followed up in time, is one and the same answer: an
/// owner who could tell them apart would know whether anybody spoke.
public sealed interface FollowedUp {

  /// The key of the sentence that says it; its words name nobody but the safeguarding lead.
  String key();

  /// The round has not ended: nothing is said, whatever there is.
  record NotYet() implements FollowedUp {

    @Override
    public String key() {
      return "concerns.concern-form.feedback.ownerDuring";
    }
  }

  /// Whatever was raised, if anything was, was followed up in time so far.
  record OnTime() implements FollowedUp {

    @Override
    public String key() {
      return "concerns.concern-form.feedback.ownerAtEnd";
    }
  }

  /// A time was missed. How many, which and what of is not said; the owner asks the lead.
  record NotAllOnTime() implements FollowedUp {

    @Override
    public String key() {
      return "concerns.concern-form.feedback.ownerAtEndLate";
    }
  }
}
