package org.sightline.sharing.governing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;

/// The form of an agreement.
///
/// @param agreement its id, or `null` for a new one
public record TermsPage(
    @Nullable String agreement,
    Answers form,
    Map<String, String> bases,
    Map<String, String> purposes,
    Map<String, String> categories,
    Map<String, String> organisations,
    int restrictions) {

  public String action() {
    return agreement == null
        ? "/sharing/agreements/new"
        : "/sharing/agreements/" + agreement + "/change";
  }
}
