package org.sightline.engagement.running;

import java.util.List;
import java.util.Map;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionNames;

/// What a run sheet is made of, read at one moment.
///
/// @param zones of the round's plan
/// @param named whom and what its words name
/// @param questions to ask, by the id of their list
record RunSheetOpened(
    Session session,
    Round round,
    List<Zone> zones,
    SessionNames.Named named,
    Map<String, List<RunSheetPage.Question>> questions,
    Run run) {

  RunSheetOpened {
    zones = List.copyOf(zones);
    questions = Map.copyOf(questions);
  }
}
