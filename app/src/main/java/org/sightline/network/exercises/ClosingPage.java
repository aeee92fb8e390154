package org.sightline.network.exercises;

import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// Closing an exercise.
public record ClosingPage(Exercise exercise, Answers form) {}
