package org.sightline.engagement.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.LabelledBoxes;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.kernel.Role;
import org.sightline.testing.TestPeople;

/// A round of its own for one test, made through the doors.
public final class PlannedRound {

  private final TestPeople people;
  private final Rounds rounds;
  private final Sessions sessions;
  private final PlanVersion plan;
  private final Round round;

  public PlannedRound(TestPeople people, FloorPlans plans, Rounds rounds, Sessions sessions) {
    this.people = people;
    this.rounds = rounds;
    this.sessions = sessions;
    var owner = people.as(Role.ROUND_OWNER);
    this.plan =
        plans.start(
            owner,
            people.school(),
            "Larkrise Academy " + UUID.randomUUID().toString().substring(0, 6),
            List.of(Floor.empty(0, "Ground floor")),
            List.of(
                Zone.at(0, "Canteen", LabelledBoxes.lay(2).getFirst()),
                Zone.at(0, "Stairs", LabelledBoxes.lay(2).getLast())));
    this.round = rounds.start(owner, people.school(), "Invented round", plan.id(), null);
    rounds.addFacilitator(owner, round.id(), people.cast().the(Role.FACILITATOR).id());
  }

  public Round round() {
    return round;
  }

  public PlanVersion plan() {
    return plan;
  }

  public Session session() {
    return sessions.plan(
        people.as(Role.ROUND_OWNER),
        round.id(),
        SessionDetails.on(LocalDate.of(2027, 3, 9), LocalTime.of(9, 5)));
  }

  /// A session with its response plan, so that it can start.
  public Session readySession() {
    var session = session();
    sessions.respond(
        people.as(Role.ROUND_OWNER),
        session.id(),
        new ResponsePlan(
            people.cast().the(Role.SAFEGUARDING_LEAD).id(), "The lead rings the council"));
    return sessions.find(people.as(Role.ROUND_OWNER), session.id());
  }

  public Rounds rounds() {
    return rounds;
  }
}
