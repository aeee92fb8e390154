package org.sightline.demonstration;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.Floor;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.ZoneKey;
import org.sightline.demonstration.WorldFile.SessionEntry;
import org.sightline.demonstration.WorldFile.SlipEntry;
import org.sightline.engagement.marks.ClassCode;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.marks.Seat;
import org.sightline.engagement.marks.SessionTag;
import org.sightline.engagement.marks.SlipCode;
import org.sightline.engagement.marks.Staging;
import org.sightline.engagement.marks.UnslippedMap;
import org.sightline.engagement.planning.ResponsePlan;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionDetails;
import org.sightline.engagement.planning.SessionDetails.GroupGender;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.engagement.planning.SetUp;
import org.sightline.engagement.planning.SetUpSteps;
import org.sightline.engagement.planning.StepChange;
import org.sightline.kernel.Level;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// Invents a finished round and one in progress, through the same doors as everybody. Class codes,
/// slip codes and marks follow from the seed.
@Component
class InventedRounds {

  private static final List<GroupGender> GROUPS = List.of(GroupGender.GIRLS, GroupGender.BOYS);

  private final FloorPlans plans;
  private final Rounds rounds;
  private final Sessions sessions;
  private final SetUp setUp;
  private final Staging staging;
  private final Marks marks;
  private final InventedNotes notes;
  private final Cast cast = Cast.read();

  InventedRounds(
      FloorPlans plans,
      Rounds rounds,
      Sessions sessions,
      SetUp setUp,
      Staging staging,
      Marks marks,
      InventedNotes notes) {
    this.plans = plans;
    this.rounds = rounds;
    this.sessions = sessions;
    this.setUp = setUp;
    this.staging = staging;
    this.marks = marks;
    this.notes = notes;
  }

  /// What was made, for `demo.json`.
  record Made(Round finished, Round running, List<SessionEntry> sessions, List<SlipEntry> slips) {}

  /// @param today the day on which the world is made
  Made make(long seed, LocalDate today) {
    var making = new Making(seed, today);
    PlanVersion plan = plan(making.rooms);
    var finished = making.round("Autumn round", plan, null);
    for (int i = 0; i < 8; i++) {
      making.session(finished, i, schoolDay(today.minusDays(70), i), 6 + i % 3, 0, true);
    }
    rounds.end(owner(), finished.id(), true);
    var running = making.round("Spring round", plan, finished.id());
    for (int i = 0; i < 4; i++) {
      making.session(running, i, schoolDay(today.minusDays(6), i), 6 + i % 3, 35, true);
    }
    making.session(running, 4, today, 3, 35, false);
    making.planned(running, 5, schoolDay(today.plusDays(2), 0));
    return new Made(finished, running, making.entries, making.slips);
  }

  /// The day that is so many days of school after the first one on or after that day.
  private static LocalDate schoolDay(LocalDate from, int later) {
    return Stream.iterate(from, day -> day.plusDays(1))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .skip(later)
        .findFirst()
        .orElseThrow();
  }

  SignedIn owner() {
    return SignedIn.as(cast.the(Role.ROUND_OWNER).id());
  }

  private PlanVersion plan(List<InventedRoom> rooms) {
    WorkspaceId school = InventedSchool.workspace(cast.school());
    var floors = new ArrayList<Floor>();
    for (int position = 0; position < 2; position++) {
      int at = position;
      var picture = InventedPicture.of(rooms.stream().filter(r -> r.floor() == at).toList());
      var id = plans.keepPicture(owner(), school, picture);
      String name = position == 0 ? "Ground floor" : "First floor";
      floors.add(new Floor(position, name, picture.width(), picture.height(), id));
    }
    return plans.start(
        owner(), school, "Main site", floors, rooms.stream().map(InventedRoom::zone).toList());
  }

  /// One making of the world: its sources of chance and what has come of them.
  private final class Making {

    private final LocalDate today;
    private final SplittableRandom chance;
    private final SecureRandom codes;
    private final List<InventedRoom> rooms = InventedRoom.all();
    private final List<SessionEntry> entries = new ArrayList<>();
    private final List<SlipEntry> slips = new ArrayList<>();

    private Making(long seed, LocalDate today) {
      this.today = today;
      chance = new SplittableRandom(seed);
      try {
        codes = SecureRandom.getInstance("SHA1PRNG");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
      codes.setSeed(seed);
    }

    private Round round(String title, PlanVersion plan, @Nullable WorkspaceId before) {
      var round =
          rounds.start(owner(), InventedSchool.workspace(cast.school()), title, plan.id(), before);
      for (Cast.Member facilitator : cast.all(Role.FACILITATOR)) {
        rounds.addFacilitator(owner(), round.id(), facilitator.id());
      }
      return round;
    }

    /// A session that was held: students mark, and it closes when it is to.
    private void session(
        Round round, int index, LocalDate on, int students, int calm, boolean closes) {
      Session session = prepared(round, index, on);
      sessions.start(owner(), session.id(), on);
      var plan = plans.version(owner(), round.planVersion());
      var code = ClassCode.read(session.classCode()).orElseThrow();
      if (!(staging.behind(code) instanceof Staging.Door.Open(var sheet))) {
        throw new IllegalStateException("An open session has no sheet");
      }
      for (int i = 0; i < students; i++) {
        var slip = SlipCode.random(codes, session.tag());
        staging.send(Seat.take(code, codes), sheet, map(plan, index, calm), slip);
        slips.add(new SlipEntry(session.id().toString(), slip.printed(), "usable"));
      }
      if (closes) {
        notes.keep(session.id(), index, plan);
        marks.close(owner(), session.id(), students + (index == 2 ? 1 : 0));
      }
      entries.add(
          new SessionEntry(
              session.id().toString(), session.classCode(), closes ? "closed" : "open"));
    }

    private void planned(Round round, int index, LocalDate on) {
      Session session = prepared(round, index, on);
      entries.add(new SessionEntry(session.id().toString(), session.classCode(), "planned"));
    }

    private Session prepared(Round round, int index, LocalDate on) {
      int keyStage = index % 4 < 2 ? 3 : 4;
      var details =
          SessionDetails.on(on, LocalTime.of(10, 5)).with(keyStage, GROUPS.get(index % 2), 7);
      var tag = SessionTag.random(codes);
      var code = ClassCode.random(codes);
      var session = sessions.plan(owner(), round.id(), details, id(code), tag, code);
      sessions.respond(
          owner(),
          session.id(),
          new ResponsePlan(
              cast.the(Role.SAFEGUARDING_LEAD).id(),
              "Straight to the safeguarding lead, in person. If she is out, to the deputy. Then to the council's front door."));
      var staff = cast.all(Role.FACILITATOR);
      var one = staff.get(index % staff.size()).id();
      boolean ahead = on.isAfter(today);
      sessions.facilitate(
          owner(),
          session.id(),
          ahead ? Set.of(one) : Set.of(one, staff.get((index + 1) % staff.size()).id()));
      if (ahead) {
        besideAStudent(sessions.find(owner(), session.id()), one);
      }
      // Whoever goes ahead has set up everything; the session to come has three steps behind it.
      SetUpSteps.shipped().steps().stream()
          .limit(ahead ? 3 : Long.MAX_VALUE)
          .forEach(step -> sessions.tick(owner(), session.id(), step.id(), true));
      return sessions.find(owner(), session.id());
    }

    private void besideAStudent(Session session, UserId staff) {
      setUp.save(
          owner(),
          session.id(),
          session.version(),
          "facilitators",
          new StepChange(
              session.details(),
              Set.of(staff),
              null,
              Map.of("student-facilitator", cast.studentFacilitator()),
              true));
    }

    /// Follows from the seed as the class code does, so that `demo.json` is the same again.
    private static SessionId id(ClassCode code) {
      return new SessionId(
          UUID.nameUUIDFromBytes(("session:" + code.letters()).getBytes(StandardCharsets.UTF_8)));
    }

    private UnslippedMap map(PlanVersion plan, int index, int calm) {
      var levels = new HashMap<ZoneKey, Level>();
      for (InventedRoom room : rooms) {
        Level level = room.mark(chance, calm);
        if (level != null) {
          plan.zones().stream()
              .filter(zone -> zone.name().equals(room.name()))
              .forEach(zone -> levels.put(zone.key(), level));
        }
      }
      int year = index % 4 < 2 ? 7 + chance.nextInt(3) : 10 + chance.nextInt(2);
      return new UnslippedMap(chance.nextInt(8) == 0 ? null : year, levels);
    }
  }
}
