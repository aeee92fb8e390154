package org.sightline.people.copies;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.PickUps;
import org.sightline.web.Answers;

/// Asks who a copy is for, what for, and how it goes.
///
/// @param hasProtected whether there is an address that stays out
/// @param asked where the second person is asked for it, or `null`
/// @param mayHold that a second person agreed to it for one copy, and for whom; or `null`
/// @param left what was left for others to pick up, the last first
public record CopyFormPage(
    String workspace,
    String person,
    Answers form,
    Map<String, String> purposes,
    Map<String, String> ways,
    List<PickUps.Left> left,
    boolean hasProtected,
    @Nullable String asked,
    @Nullable String mayHold) {

  public String at() {
    return "/people/" + workspace + "/" + person;
  }
}
