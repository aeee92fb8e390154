package org.sightline.access.colleagues;

import java.util.Map;
import org.sightline.web.Answers;

/// Asks who is to get which first role.
///
/// @param roles that the reader can give, in words
public record JoiningPage(Answers form, Map<String, String> roles) {}
