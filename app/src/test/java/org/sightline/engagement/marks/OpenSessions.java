package org.sightline.engagement.marks;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.sightline.contexts.floorplans.Corner;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Outline;
import org.sightline.contexts.floorplans.PlanPicture;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.engagement.planning.ResponsePlan;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Level;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.testing.TestPeople;
import org.springframework.boot.test.context.TestComponent;

/// Sessions to try things on: an invented plan of six places on two floors. Also stands for the
/// other ways by which marks come in.
@TestComponent
public class OpenSessions implements MarksSource {

  private final FloorPlans plans;
  private final Rounds rounds;
  private final Sessions sessions;
  private final TestPeople people;
  private final Map<SessionId, List<MarkedMap>> keyed = new ConcurrentHashMap<>();

  public OpenSessions(FloorPlans plans, Rounds rounds, Sessions sessions, TestPeople people) {
    this.plans = plans;
    this.rounds = rounds;
    this.sessions = sessions;
    this.people = people;
  }

  public SignedIn owner() {
    return people.as(Role.ROUND_OWNER);
  }

  public WorkspaceId round() {
    var floors = List.of(Floor.empty(0, "Ground floor"), Floor.empty(1, "Upstairs"));
    var zones =
        List.of(
            box(0, "Canteen", 0.05, 0.05, 0.45, 0.45),
            box(0, "Main corridor", 0.5, 0.05, 0.95, 0.2),
            box(0, "Toilets by the hall", 0.5, 0.25, 0.7, 0.45),
            box(0, "Field", 0.05, 0.55, 0.95, 0.95),
            box(1, "Library", 0.05, 0.05, 0.6, 0.6),
            box(1, "Somewhere else", 0.7, 0.7, 0.95, 0.95));
    var plan = plans.start(owner(), people.school(), "Invented plan", floors, zones);
    return rounds.start(owner(), people.school(), "A round to try", plan.id(), null).id();
  }

  /// A round on one floor with a picture and thirty small places, as real plans have them.
  public WorkspaceId crowdedRound(byte[] png, int width, int height) {
    var picture = plans.keepPicture(owner(), people.school(), new PlanPicture(png, width, height));
    var names =
        List.of("Canteen", "Toilets", "Science corridor", "Lockers", "Main stairwell", "Bus stop");
    var zones =
        IntStream.range(0, 30)
            .mapToObj(
                i -> {
                  double x = 0.03 + (i % 6) * 0.16;
                  double y = 0.03 + (i / 6) * 0.19;
                  double wide = i % 3 == 0 ? 0.15 : 0.09;
                  return box(
                      0, names.get(i % 6) + (i < 6 ? "" : " " + i / 6), x, y, x + wide, y + 0.13);
                })
            .toList();
    var floor = new Floor(0, "Ground floor", width, height, picture);
    var plan = plans.start(owner(), people.school(), "Crowded plan", List.of(floor), zones);
    return rounds.start(owner(), people.school(), "A crowded round", plan.id(), null).id();
  }

  public Session planned(WorkspaceId round, LocalDate heldOn) {
    var planned = sessions.plan(owner(), round, SessionDetails.on(heldOn, LocalTime.of(10, 0)));
    sessions.respond(
        owner(), planned.id(), new ResponsePlan(owner().user(), "To the safeguarding lead"));
    return sessions.find(owner(), planned.id());
  }

  public Session open(WorkspaceId round, LocalDate heldOn) {
    var planned = planned(round, heldOn);
    sessions.start(owner(), planned.id(), heldOn);
    return sessions.find(owner(), planned.id());
  }

  public Session open() {
    return open(round(), LocalDate.now(ZoneId.of("Europe/London")));
  }

  /// Lets a map come in by another way than the student site.
  void put(Session session, MarkedMap map) {
    keyed.computeIfAbsent(session.id(), any -> new java.util.ArrayList<>()).add(map);
  }

  @Override
  public List<SlipHash> slips(Session session) {
    return keyed.getOrDefault(session.id(), List.of()).stream()
        .map(MarkedMap::slip)
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  @Override
  public List<MarkedMap> take(Session session) {
    var taken = keyed.remove(session.id());
    return taken == null ? List.of() : taken;
  }

  static ClassCode code(Session session) {
    return new ClassCode(session.classCode());
  }

  static OpenSheet sheet(Staging staging, Session session) {
    return ((Staging.Door.Open) staging.behind(code(session))).sheet();
  }

  /// The n-th of many maps that all differ: n in base four over the six places, one level a digit.
  static UnslippedMap map(OpenSheet sheet, int n) {
    Map<ZoneKey, Level> marks = new java.util.HashMap<>();
    IntStream.range(0, sheet.zones().size())
        .forEach(
            i -> {
              int digit = (n >> (2 * i)) & 3;
              if (digit > 0) {
                marks.put(sheet.zones().get(i).key(), Level.values()[digit - 1]);
              }
            });
    return new UnslippedMap(null, marks);
  }

  private static Zone box(int floor, String name, double x1, double y1, double x2, double y2) {
    return Zone.at(floor, name, Outline.rectangle(new Corner(x1, y1), new Corner(x2, y2)));
  }
}
