package org.sightline.network;

import org.jspecify.annotations.Nullable;
import org.sightline.access.TwoPeople.Asked;
import org.sightline.kernel.InTheWay;

/// So many people do not leave on one person's word: somebody else has to agree first (AC-12).
public class NotAgreed extends InTheWay {

  private final transient ManyPeople.Named named;
  private final transient @Nullable Asked asked;

  NotAgreed(String sentence, ManyPeople.Named named, @Nullable Asked asked) {
    super(sentence);
    this.named = named;
    this.asked = asked;
  }

  /// What was to leave.
  public ManyPeople.Named named() {
    return named;
  }

  /// What was asked about it and can still be agreed to, or `null`.
  public @Nullable Asked asked() {
    return asked;
  }
}
