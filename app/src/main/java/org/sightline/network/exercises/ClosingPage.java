package org.sightline.network.exercises;

import java.util.List;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// Closing an exercise.
///
/// @param rest what is not done yet
public record ClosingPage(Exercise exercise, Answers form, List<Rest> rest) {

  /// @param said what is not done, and how much of it
  /// @param href where it can be done
  public record Rest(String said, String href) {}
}
