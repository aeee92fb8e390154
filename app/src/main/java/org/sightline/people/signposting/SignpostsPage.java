package org.sightline.people.signposting;

import java.util.List;
import java.util.Map;
import org.sightline.people.Signpost;
import org.sightline.web.Answers;

/// Asking, and what was asked before.
///
/// @param chairs whether questions may wait for the reader
public record SignpostsPage(
    Answers form, Map<String, String> numberKinds, List<Signpost> asked, boolean chairs) {}
