package org.sightline.plans.council;

import java.util.List;
import java.util.Map;
import org.sightline.plans.CouncilContact;
import org.sightline.web.Answers;

/// A school's contacts at the council and the form of one.
///
/// @param uses what a contact can be for, in words
/// @param editing id of the contact in the form
/// @param isNew whether the form is for a new one
public record ContactsPage(
    String school,
    List<CouncilContact> contacts,
    Answers form,
    Map<String, String> uses,
    String editing,
    boolean isNew) {}
