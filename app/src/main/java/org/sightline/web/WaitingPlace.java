package org.sightline.web;

import org.sightline.kernel.SignedIn;

/// A page on which something can wait for a person without a notice, contributed as a bean by the
/// module it belongs to. "Waiting for you" leads there while something does, and never says how
/// many.
public interface WaitingPlace {

  /// The key of the sentence that says what waits.
  String key();

  String href();

  boolean waitsFor(SignedIn who);
}
