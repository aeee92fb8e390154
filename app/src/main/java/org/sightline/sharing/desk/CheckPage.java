package org.sightline.sharing.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;

/// Everything in full before it goes, and what is missing.
///
/// @param covered under which agreement it goes, in words, or `null`
/// @param missing what is missing, in a sentence, or `null`
/// @param decidable whether it can go by a recorded decision
/// @param asked what has to be typed for each recipient
public record CheckPage(
    String share,
    int version,
    SharePage.Told told,
    @Nullable String covered,
    @Nullable String missing,
    boolean decidable,
    List<Asked> asked,
    List<String> standards,
    Map<String, String> bases,
    Map<String, String> reasons,
    Answers form) {

  /// @param field of the form
  public record Asked(String field, String organisation, String person) {}
}
