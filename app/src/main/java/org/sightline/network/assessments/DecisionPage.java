package org.sightline.network.assessments;

import java.util.Map;
import org.sightline.network.Exercise;
import org.sightline.web.Answers;

/// The form of a decision.
///
/// @param question `PEER` or `CONTEXT`
/// @param elements what on the map it can be about, by id
public record DecisionPage(
    Exercise exercise,
    String question,
    Answers form,
    Map<String, String> facts,
    Map<String, String> decisions,
    Map<String, String> elements) {}
