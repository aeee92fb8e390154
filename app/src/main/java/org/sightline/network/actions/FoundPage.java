package org.sightline.network.actions;

import java.util.Map;
import org.sightline.web.Answers;

/// What came of a gap.
///
/// @param kinds of node it can become
/// @param lines of the map it can say more about, by id
public record FoundPage(
    Head head,
    String id,
    String question,
    Answers form,
    Map<String, String> became,
    Map<String, String> kinds,
    Map<String, String> lines) {}
