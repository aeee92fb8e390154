package org.sightline.plans.council;

import org.sightline.plans.CouncilLetter;
import org.sightline.web.Answers;

/// The form that records a reply of the council.
public record ReplyPage(String workspace, CouncilLetter letter, String words, Answers form) {}
