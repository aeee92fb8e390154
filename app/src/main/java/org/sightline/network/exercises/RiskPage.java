package org.sightline.network.exercises;

import java.util.Map;
import org.sightline.web.Answers;

/// The first question of every new exercise (practice.md, Safety 1).
public record RiskPage(Answers form, Map<String, String> risks) {}
