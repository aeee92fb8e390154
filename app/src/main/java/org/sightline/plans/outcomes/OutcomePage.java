package org.sightline.plans.outcomes;

import java.util.List;
import java.util.Map;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.Issue;
import org.sightline.web.Answers;

/// The question what becomes of an issue, and then its details.
///
/// @param kinds the outcomes that are open to it
public record OutcomePage(
    String workspace,
    Issue issue,
    Answers form,
    List<CouncilContact> contacts,
    Map<String, String> kinds) {}
