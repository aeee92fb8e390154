package org.sightline.plans.outcomes;

import java.util.List;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.Issue;
import org.sightline.plans.pages.Filled;

/// The question what becomes of an issue.
public record OutcomePage(
    String workspace, Issue issue, Filled form, List<CouncilContact> contacts) {}
