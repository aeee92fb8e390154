package org.sightline.people.records;

import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;

/// A protected address that is opened by itself.
///
/// @param address once a reason was given
public record AddressPage(String workspace, String person, Answers form, @Nullable String address) {

  public String at() {
    return "/people/" + workspace + "/" + person;
  }
}
