package org.sightline.people.records;

import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;

/// Asks that an address need not be protected any more, and takes the protection off.
///
/// @param asked where the second person is asked, or `null` while nobody is
/// @param agreer who agreed with the reader, by name; `null` while nobody did
public record LiftingPage(
    String workspace,
    String person,
    Answers form,
    @Nullable String asked,
    @Nullable String agreer) {

  public String at() {
    return "/people/" + workspace + "/" + person;
  }
}
