package org.sightline.journeys;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.marks.ClassCode;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.Seat;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.marks.Staging;
import org.sightline.engagement.marks.UnslippedMap;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.Level;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.TestRounds;
import org.springframework.context.ApplicationContext;

/// A second session of a round, held through the doors: as many maps as results need.
final class ManyMaps {

  private final ApplicationContext application;
  private final TestRounds test;

  ManyMaps(ApplicationContext application) {
    this.application = application;
    this.test = application.getBean(TestRounds.class);
  }

  /// What a map says of a place, both by their number.
  interface Marked {
    Level at(int map, int place);
  }

  SessionId holdASession(WorkspaceId roundId, int maps) {
    var chance = new SplittableRandom(2);
    return holdASession(roundId, maps, null, (map, place) -> Level.values()[chance.nextInt(3)]);
  }

  /// @param year group of everybody, or `null` when it is not on the maps
  SessionId holdASession(WorkspaceId roundId, int maps, @Nullable Integer year, Marked marked) {
    var round = application.getBean(Rounds.class).find(test.owner(), roundId);
    var session = test.anOpenSession(round);
    var zones =
        application.getBean(FloorPlans.class).version(test.owner(), round.planVersion()).zones();
    var staging = application.getBean(Staging.class);
    var code = ClassCode.read(session.classCode()).orElseThrow();
    if (!(staging.behind(code) instanceof Staging.Door.Open(var sheet))) {
      throw new IllegalStateException("An open session has no sheet");
    }
    var secret = new SecureRandom();
    for (int i = 0; i < maps; i++) {
      var levels = new HashMap<org.sightline.contexts.floorplans.ZoneKey, Level>();
      for (int place = 0; place < zones.size(); place++) {
        levels.put(zones.get(place).key(), marked.at(i, place));
      }
      var slip = SlipCode.random(secret, session.tag());
      staging.send(Seat.take(code, secret), sheet, new UnslippedMap(year, levels), slip);
    }
    application.getBean(Marks.class).close(test.owner(), session.id(), maps);
    return session.id();
  }
}
