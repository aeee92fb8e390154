package org.sightline.testing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.LabelledBoxes;
import org.sightline.contexts.floorplans.Outline;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.ResponsePlan;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;

/// Makes rounds and sessions of the invented school, through the same doors as everybody.
public final class TestRounds {

  private static final List<String> PLACES =
      List.of(
          "Main hall",
          "Canteen",
          "North stairs",
          "Lockers",
          "Toilets by the gym",
          "Library",
          "Playground",
          "Bus stop",
          "Science corridor",
          "Somewhere else");

  private final TestPeople people;
  private final FloorPlans plans;
  private final Rounds rounds;
  private final Sessions sessions;

  TestRounds(TestPeople people, FloorPlans plans, Rounds rounds, Sessions sessions) {
    this.people = people;
    this.plans = plans;
    this.rounds = rounds;
    this.sessions = sessions;
  }

  public SignedIn owner() {
    return people.as(Role.ROUND_OWNER);
  }

  /// Ten labelled boxes on one floor without a picture.
  public PlanVersion aPlan() {
    var boxes = LabelledBoxes.lay(PLACES.size());
    var zones = new ArrayList<Zone>();
    for (int i = 0; i < PLACES.size(); i++) {
      zones.add(Zone.at(0, PLACES.get(i), boxes.get(i)));
    }
    return plans.start(
        owner(), people.school(), "Test plan", List.of(Floor.empty(0, "Ground floor")), zones);
  }

  /// A round with every facilitator of the cast on its team.
  public Round aRound() {
    var round = rounds.start(owner(), people.school(), "Spring round", aPlan().id(), null);
    people
        .cast()
        .all(Role.FACILITATOR)
        .forEach(f -> rounds.addFacilitator(owner(), round.id(), f.id()));
    return round;
  }

  /// A session planned for today, with its response plan.
  public Session aPlannedSession(Round round) {
    var session =
        sessions.plan(
            owner(),
            round.id(),
            SessionDetails.on(LocalDate.now(ZoneId.of("Europe/London")), LocalTime.of(10, 0)));
    sessions.respond(
        owner(),
        session.id(),
        new ResponsePlan(
            people.cast().the(Role.SAFEGUARDING_LEAD).id(),
            "To the safeguarding lead, then to the council's front door."));
    return sessions.find(owner(), session.id());
  }

  public Session anOpenSession(Round round) {
    var session = aPlannedSession(round);
    sessions.start(owner(), session.id());
    return sessions.find(owner(), session.id());
  }

  /// The outline of a box in the corner, for zones of one's own.
  public static Outline aBox() {
    return Outline.rectangle(new Corner(0.1, 0.1), new Corner(0.3, 0.3));
  }
}
