package org.sightline.engagement.pile;

import java.util.Map;
import org.sightline.engagement.planning.SessionId;

/// Something is written on a map: what to do with the paper.
///
/// @param label of the sheet, to find it in the pile
/// @param lead who gets it
/// @param concern id under which it is passed on, once
public record WritingPage(
    SessionId session, String zone, String label, String lead, String concern) {

  public String base() {
    return PilePage.base(session) + "/review";
  }

  public Map<String, String> named() {
    return Map.of("lead", lead);
  }
}
