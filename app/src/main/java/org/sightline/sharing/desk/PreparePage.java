package org.sightline.sharing.desk;

import java.util.List;
import java.util.Map;
import org.sightline.sharing.Organisation;
import org.sightline.sharing.Shareable;
import org.sightline.web.Answers;

/// The form in which a share is prepared.
///
/// @param areas those that agreements treat apart
public record PreparePage(
    String action,
    String back,
    String name,
    Answers form,
    List<Shareable> items,
    List<Organisation> organisations,
    Map<String, String> purposes,
    Map<String, String> markings,
    Map<String, String> abouts,
    Map<String, String> categories,
    Map<String, String> flags,
    Map<String, String> routes,
    Map<String, String> areas) {}
