package org.sightline.access.opening;

import java.util.Map;
import org.sightline.web.Answers;

/// The question.
///
/// @param agreed whether an agreement in force says what there is to choose from
public record OpeningPage(
    String piece, String title, boolean agreed, Answers form, Map<String, String> purposes) {}
