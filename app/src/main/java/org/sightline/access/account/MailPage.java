package org.sightline.access.account;

import org.jspecify.annotations.Nullable;
import org.sightline.access.OwnMail;

/// Where mail goes.
///
/// @param address what is kept, or `null`
/// @param typed what was typed and refused
/// @param addressProblem what is wrong with it, or `null`
/// @param codeProblem what is wrong with the code, or `null`
public record MailPage(
    OwnMail.@Nullable Address address,
    String typed,
    @Nullable String addressProblem,
    @Nullable String codeProblem) {}
