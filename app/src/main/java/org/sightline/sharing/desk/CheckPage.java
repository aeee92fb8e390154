package org.sightline.sharing.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;

/// Everything in full before it goes, and what is missing.
///
/// @param covered under which agreement it goes, in words, or `null`
/// @param missing all that is missing, each in a sentence
/// @param decidable whether it can go by a recorded decision
/// @param two where the second person stands, or `null` where none is needed
/// @param asked what has to be typed for each recipient
public record CheckPage(
    String share,
    int version,
    SharePage.Told told,
    @Nullable String covered,
    List<String> missing,
    boolean decidable,
    @Nullable Two two,
    List<Asked> asked,
    List<String> standards,
    Map<String, String> bases,
    Map<String, String> reasons,
    Answers form) {

  /// That it is about so many people that a second person has to agree first (AC-12).
  ///
  /// @param asked id of what was asked, or `null` while nobody has
  /// @param said where it stands, in words
  /// @param agreed whether it can go
  public record Two(@Nullable String asked, String said, boolean agreed) {}

  /// Whether it can be sent now.
  public boolean mayGo() {
    return (covered != null || decidable) && (two == null || two.agreed());
  }

  /// @param field of the form
  public record Asked(String field, String organisation, String person) {}
}
