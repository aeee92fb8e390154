package org.sightline.network.exercises;

import java.util.Map;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// Something that brings the review forward.
public record EventPage(Exercise exercise, Answers form, Map<String, String> kinds) {}
