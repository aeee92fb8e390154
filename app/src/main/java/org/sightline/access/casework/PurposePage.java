package org.sightline.access.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.web.Answers;
import org.sightline.web.Words;

/// The form of a purpose.
///
/// @param piece whose purpose is stated anew, or `null` for a new piece of work
/// @param places where one can be opened
public record PurposePage(
    @Nullable String piece, Answers form, Map<String, String> places, Map<String, String> kinds) {

  /// The answers to the first question of every new piece of work (practice.md, Safety 1).
  public Map<String, String> risks(Words words) {
    var risks = new LinkedHashMap<String, String>();
    risks.put("no", words.say("access.casework.risk.no"));
    risks.put("passed-on", words.say("access.casework.risk.passed-on"));
    risks.put("ring", words.say("access.casework.risk.ring"));
    return risks;
  }

  public String action() {
    return piece == null ? "/casework/new" : "/casework/" + piece + "/purpose";
  }

  public String back() {
    return piece == null ? "/casework" : "/casework/" + piece;
  }
}
