package org.sightline.network.exercises;

import java.util.Map;
import org.sightline.network.Vocabulary;
import org.sightline.web.Answers;

/// The form of a new exercise.
public record AboutPage(
    Answers form,
    Map<String, String> places,
    Map<String, String> kinds,
    Map<String, String> agreements,
    Vocabulary vocabulary) {}
