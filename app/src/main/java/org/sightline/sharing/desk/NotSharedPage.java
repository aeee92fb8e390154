package org.sightline.sharing.desk;

import java.util.Map;
import org.sightline.sharing.pages.Filled;

/// What was asked for and not shared.
public record NotSharedPage(
    String workspace, String name, Filled form, Map<String, String> reasons) {}
