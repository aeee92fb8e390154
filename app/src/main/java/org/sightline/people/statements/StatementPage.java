package org.sightline.people.statements;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;

/// The form of a statement.
///
/// @param wrong the one that is corrected, or `null` for a new one
public record StatementPage(
    String workspace,
    String person,
    @Nullable String wrong,
    Answers form,
    Map<String, String> labels,
    Map<String, String> reliabilities) {

  public String back() {
    return "/people/" + workspace + "/" + person;
  }

  public String action() {
    return wrong == null
        ? back() + "/statements/new"
        : back() + "/statements/" + wrong + "/correction";
  }
}
