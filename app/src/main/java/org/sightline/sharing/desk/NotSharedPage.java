package org.sightline.sharing.desk;

import java.util.Map;
import org.sightline.web.Answers;

/// What was asked for and not shared.
public record NotSharedPage(
    String workspace, String name, Answers form, Map<String, String> reasons) {}
