package org.sightline.sharing.governing;

import java.util.List;
import java.util.Map;
import org.sightline.sharing.Organisation;
import org.sightline.web.Answers;

/// The organisations, and the form of another.
///
/// @param schools our own schools no organisation stands for yet
public record OrganisationsPage(
    List<Organisation> organisations,
    Answers form,
    Map<String, String> kinds,
    Map<String, String> schools) {}
