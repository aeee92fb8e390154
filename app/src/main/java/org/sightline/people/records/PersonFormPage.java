package org.sightline.people.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;
import org.sightline.web.SavedFirst;

/// The form of a person.
///
/// @param person whose details change, or `null` for a new record
/// @param savedFirst what somebody else saved meanwhile, or `null`
public record PersonFormPage(
    String workspace,
    @Nullable String person,
    Answers form,
    Map<String, String> kinds,
    Map<String, String> bands,
    Map<String, String> numberKinds,
    @Nullable SavedFirst savedFirst) {

  public String action() {
    return person == null
        ? "/people/" + workspace + "/new"
        : "/people/" + workspace + "/" + person + "/details";
  }

  public String back() {
    return person == null ? "/people/" + workspace : "/people/" + workspace + "/" + person;
  }
}
