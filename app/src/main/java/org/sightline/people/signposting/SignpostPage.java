package org.sightline.people.signposting;

import org.sightline.people.Signpost;

/// What one question came to.
public record SignpostPage(Signpost signpost) {}
