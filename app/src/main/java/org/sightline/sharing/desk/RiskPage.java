package org.sightline.sharing.desk;

import java.util.Map;
import org.sightline.web.Answers;

/// The shortest form there is.
///
/// @param routes ways to pass it on
public record RiskPage(Answers form, Map<String, String> routes) {}
