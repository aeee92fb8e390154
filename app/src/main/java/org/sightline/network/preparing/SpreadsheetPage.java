package org.sightline.network.preparing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.Purpose;
import org.sightline.network.Exercise;
import org.sightline.network.Preparing;
import org.sightline.web.Answers;

/// The matrix as a spreadsheet, in and out.
///
/// @param preview what waits, or `null`
public record SpreadsheetPage(
    Exercise exercise,
    Purpose purpose,
    Preparing.@Nullable Preview preview,
    Answers form,
    Map<String, String> labels,
    Map<String, String> reliabilities) {}
