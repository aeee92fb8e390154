package org.sightline.network;

import java.util.List;

/// What an exercise says of itself. Sealed as a whole.
///
/// @param objective on every page of it (B43)
/// @param source in words: who, what report, what was said (B23)
/// @param believed the key issues and vulnerabilities as they are believed before the first session
///     (B24)
/// @param themes and `vulnerabilities` in the words they were chosen with (B10, B37)
/// @param agreement what is known of an agreement that is missing or being written (B09)
/// @param chairing the team asked to chair, and `analyst` who provides the analyst (B02)
public record ExerciseText(
    String objective,
    String source,
    String believed,
    List<String> themes,
    List<String> vulnerabilities,
    String agreement,
    String chairing,
    String analyst) {

  public ExerciseText {
    if (objective.isBlank()) {
      throw new IllegalArgumentException("An exercise has an objective");
    }
    themes = List.copyOf(themes);
    vulnerabilities = List.copyOf(vulnerabilities);
  }
}
