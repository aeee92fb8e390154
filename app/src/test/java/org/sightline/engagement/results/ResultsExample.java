package org.sightline.engagement.results;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Outline;
import org.sightline.contexts.floorplans.PlanVersionId;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.ResponsePlan;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Level;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.TestPeople;

/// Rounds to make results of. Every call makes a round of its own.
public final class ResultsExample {

  public static final String CORRIDOR = "East corridor";
  public static final String YARD = "Front yard";
  public static final String LIBRARY = "Library";
  public static final String OFFICE = "Music practice room";
  public static final String HOSTILE = "=cmd()<script>alert(1)</script>&\"'";

  private final TestPeople people;
  private final FloorPlans plans;
  private final Rounds rounds;
  private final Sessions sessions;
  private final HeldMarks marks;
  private final Publications publications;

  ResultsExample(
      TestPeople people,
      FloorPlans plans,
      Rounds rounds,
      Sessions sessions,
      HeldMarks marks,
      Publications publications) {
    this.people = people;
    this.plans = plans;
    this.rounds = rounds;
    this.sessions = sessions;
    this.marks = marks;
    this.publications = publications;
  }

  /// A round and its zones by name.
  public record Made(WorkspaceId id, PlanVersionId plan, Map<String, ZoneKey> zones) {

    public String results() {
      return "/engagement/rounds/" + id + "/results";
    }
  }

  public SignedIn owner() {
    return people.as(Role.ROUND_OWNER);
  }

  /// A round on a new plan: corridor, yard, library, a room with one adult in charge, and a zone
  /// with a hostile name. The facilitator works on it.
  public Made round() {
    var zones = new ArrayList<Zone>();
    for (var name : List.of(CORRIDOR, YARD, LIBRARY, OFFICE, HOSTILE)) {
      zones.add(zone(name, zones.size()));
    }
    var plan =
        plans.start(owner(), people.school(), "Site", List.of(Floor.empty(0, "Ground")), zones);
    return on(plan.id(), null);
  }

  /// Another round on a plan that is there.
  public Made on(PlanVersionId plan, @Nullable WorkspaceId before) {
    var round = rounds.start(owner(), people.school(), "Spring round", plan, before);
    rounds.addFacilitator(owner(), round.id(), people.cast().the(Role.FACILITATOR).id());
    var zones = new LinkedHashMap<String, ZoneKey>();
    plans.version(owner(), plan).zones().forEach(z -> zones.put(z.name(), PlanZones.key(z)));
    return new Made(round.id(), plan, zones);
  }

  /// Closes one more session of this round, with these maps.
  public void close(Made round, Integer year, List<Map<String, Level>> sheets) {
    var session = sessions.plan(owner(), round.id(), details(year));
    var lead = people.cast().the(Role.SAFEGUARDING_LEAD).id();
    sessions.respond(owner(), session.id(), new ResponsePlan(lead, "To the lead at once."));
    sessions.start(owner(), session.id());
    sessions.close(
        owner(),
        session.id(),
        sheets.size(),
        _ -> {
          sheets.forEach(sheet -> add(round, year, sheet));
          return sheets.size();
        });
  }

  public void plan(Made round) {
    sessions.plan(owner(), round.id(), details(null));
  }

  /// Thirty maps in two sessions: the corridor 22 red, 3 yellow, 5 green; the yard 2 red, 8 yellow
  /// and 20 green; the library all green but for one; the practice room 12 red and 18 green; the
  /// hostile zone 10 of each.
  public Made thirty() {
    var round = round();
    thirty(round);
    return round;
  }

  public void thirty(Made round) {
    var sheets = new ArrayList<Map<String, Level>>();
    for (int at = 0; at < 30; at++) {
      var sheet = new HashMap<String, Level>();
      sheet.put(CORRIDOR, at < 22 ? Level.RED : at < 25 ? Level.YELLOW : Level.GREEN);
      sheet.put(YARD, at < 2 ? Level.RED : at < 10 ? Level.YELLOW : Level.GREEN);
      sheet.put(LIBRARY, at == 0 ? Level.YELLOW : Level.GREEN);
      sheet.put(OFFICE, at % 5 < 2 ? Level.RED : Level.GREEN);
      sheet.put(HOSTILE, Level.values()[at % 3]);
      sheets.add(sheet);
    }
    var mixed = new ArrayList<Map<String, Level>>();
    for (int at = 0; at < 30; at++) {
      mixed.add(sheets.get(at * 7 % 30));
    }
    close(round, 8, mixed.subList(0, 15));
    close(round, 9, mixed.subList(15, 30));
  }

  public Made published() {
    var round = thirty();
    publications.publish(owner(), round.id());
    return round;
  }

  private void add(Made round, Integer year, Map<String, Level> sheet) {
    var marked = new HashMap<ZoneKey, Level>();
    sheet.forEach(
        (name, level) -> {
          if (round.zones().containsKey(name)) {
            marked.put(round.zones().get(name), level);
          }
        });
    marks.add(round.id(), year, marked);
  }

  private static SessionDetails details(@Nullable Integer year) {
    var details = SessionDetails.on(LocalDate.of(2026, 3, 2), LocalTime.of(10, 0));
    return year == null
        ? details
        : details.group(null, List.of(year), SessionDetails.GroupGender.NOT_ASKED, null);
  }

  private static Zone zone(String name, int at) {
    double left = 0.02 + 0.19 * at;
    var drawn =
        Zone.at(0, name, Outline.rectangle(new Corner(left, 0.1), new Corner(left + 0.15, 0.8)));
    return new Zone(
        drawn.key(),
        0,
        name,
        drawn.outline(),
        name.equals(CORRIDOR) ? Zone.Adults.RARELY : Zone.Adults.MOSTLY,
        name.equals(CORRIDOR)
            ? Zone.Answer.NO
            : name.equals(YARD) ? Zone.Answer.YES : Zone.Answer.NOT_ASKED,
        name.equals(CORRIDOR) ? Zone.Answer.YES : Zone.Answer.NOT_ASKED,
        name.equals(OFFICE),
        false,
        null);
  }
}
