package org.sightline.engagement.results.ideas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.results.DiscussionNotes;

/// One note being put into words.
///
/// @param zones names by key
/// @param kind as chosen, or `null`
/// @param zone key as chosen, or empty for the whole school
/// @param problems sentences by the field they are about
/// @param mayBeSure whether the person is asked if what looks like a name is none
public record IdeaFormPage(
    String results,
    String round,
    DiscussionNotes.Line note,
    List<Choice> zones,
    @Nullable String kind,
    String zone,
    String wording,
    Map<String, String> problems,
    boolean mayBeSure) {

  public IdeaFormPage {
    zones = List.copyOf(zones);
    problems = Map.copyOf(problems);
  }

  /// A place to choose.
  public record Choice(String key, String name) {}
}
