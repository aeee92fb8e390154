package org.sightline.network.exercises;

import java.util.List;
import org.sightline.network.Exercise;
import org.sightline.network.Vocabulary;
import org.sightline.web.Answers;

/// The form in which an exercise is described anew, and what it said before.
public record TextPage(Exercise exercise, Answers form, List<Past> past, Vocabulary vocabulary) {

  /// An earlier version, in words.
  public record Past(String objective, String because, String by) {}
}
