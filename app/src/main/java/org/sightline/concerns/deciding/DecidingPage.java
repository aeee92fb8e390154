package org.sightline.concerns.deciding;

import java.util.List;
import java.util.Map;
import org.sightline.concerns.ConcernForm.Outcome;

/// @param typed by field
/// @param problems by field; the link of the summary leads there
public record DecidingPage(
    String id,
    String receipt,
    int version,
    List<Outcome> outcomes,
    Map<String, String> typed,
    Map<String, String> problems) {

  public DecidingPage {
    outcomes = List.copyOf(outcomes);
  }

  public String written(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean chose(String field, String value) {
    return written(field).equals(value);
  }

  /// Where a link in the error summary leads: the first thing that can be changed.
  public String target(String field) {
    return switch (field) {
      case "outcome" -> "outcome-" + outcomes.getFirst().id();
      case "ends" -> "ends-no";
      default -> field;
    };
  }
}
