package org.sightline.sharing.desk;

import java.util.Map;
import org.sightline.sharing.pages.Filled;

/// The shortest form there is.
///
/// @param routes ways to pass it on
public record RiskPage(Filled form, Map<String, String> routes) {}
