package org.sightline.engagement.running;

import java.util.List;
import java.util.Map;
import org.sightline.access.Colleague;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Session;

/// What a run sheet is made of, read at one moment.
///
/// @param zones of the round's plan
/// @param team everybody who works on the round
/// @param questions to ask, by the id of their list
record RunSheetOpened(
    Session session,
    Round round,
    List<Zone> zones,
    List<Colleague> team,
    Map<String, List<RunSheetPage.Question>> questions,
    Run run) {

  RunSheetOpened {
    zones = List.copyOf(zones);
    team = List.copyOf(team);
    questions = Map.copyOf(questions);
  }
}
