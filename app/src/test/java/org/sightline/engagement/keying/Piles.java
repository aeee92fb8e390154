package org.sightline.engagement.keying;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.Level;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.testing.TestPeople;
import org.sightline.testing.TestRounds;

/// Open sessions with printed sheets, and readings to key.
record Piles(Keying keying, PrintedSheets sheets, TestPeople people, TestRounds rounds) {

  /// @param sheets as they came from the printer
  record APile(Session session, List<PrintedSheet> sheets, OpenSheet plan) {}

  APile of(int count) {
    var session = rounds.anOpenSession(rounds.aRound());
    var issued = sheets.issue(rounds.owner(), session.id(), count);
    return new APile(session, issued, keying.sheet(rounds.owner(), session.id()));
  }

  SignedIn owner() {
    return rounds.owner();
  }

  SignedIn facilitator() {
    return people.as(Role.FACILITATOR);
  }

  /// Every place at a level: from the first on red, yellow, green, nothing, and over again.
  static Reading reading(APile pile, int shift) {
    Map<ZoneKey, Level> marks = new HashMap<>();
    var zones = pile.plan().zones();
    IntStream.range(0, zones.size())
        .filter(i -> (i + shift) % 4 < 3)
        .forEach(i -> marks.put(zones.get(i).key(), Level.values()[(i + shift) % 4]));
    return new Reading(marks, null, false);
  }

  void key(SignedIn who, APile pile, Pass pass, int sheet, Reading reading) {
    keying.key(who, pile.session().id(), pass, pile.sheets().get(sheet).label(), 0, reading);
  }
}
