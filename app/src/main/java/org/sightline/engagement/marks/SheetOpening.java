package org.sightline.engagement.marks;

import java.util.UUID;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionStarted;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.store.Sealing;
import org.sightline.store.SessionKeys;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lays out the sheet of a session that starts: the plan as its class will see it, and the
/// session's key. In the transaction that starts the session.
@Component
class SheetOpening {

  private final JdbcClient jdbc;
  private final JdbcMarks marks;
  private final Sessions sessions;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final Sealing sealing;
  private final SessionKeys keys;
  private final PaperSlips slips;

  SheetOpening(
      JdbcClient jdbc,
      JdbcMarks marks,
      Sessions sessions,
      Rounds rounds,
      FloorPlans plans,
      Sealing sealing,
      SessionKeys keys,
      PaperSlips slips) {
    this.jdbc = jdbc;
    this.marks = marks;
    this.sessions = sessions;
    this.rounds = rounds;
    this.plans = plans;
    this.sealing = sealing;
    this.keys = keys;
    this.slips = slips;
  }

  @EventListener
  void on(SessionStarted started) {
    var who = whoIsActing();
    var session = sessions.find(who, started.session());
    var plan = plans.version(who, rounds.find(who, started.round()).planVersion());
    if (slips.haveLostTheirKey(session.id())) {
      throw new Refused(
          "The sheets that were printed for this session have lost their slips, because a backup was put back after they were printed. Print them again, then start.");
    }
    keys.make(session.id().value());
    marks.addSalt(session.id(), started.round());
    addSheet(session, plan);
    for (var floor : plan.floors()) {
      if (floor.picture() != null) {
        addPicture(session, floor.position(), plans.picture(who, floor.picture()));
      }
    }
  }

  private SignedIn whoIsActing() {
    return SignedIn.as(new UserId(jdbc.sql("select access.me()").query(UUID.class).single()));
  }

  private void addSheet(Session session, PlanVersion plan) {
    var json =
        new SheetJson(
            OpenSheet.years(session.details().keyStage()),
            plan.floors().stream()
                .map(
                    f ->
                        new OpenSheet.Floor(
                            f.position(), f.name(), f.width(), f.height(), f.picture() != null))
                .toList(),
            plan.zones().stream()
                .map(
                    z ->
                        new OpenSheet.Place(
                            z.key(),
                            z.floor(),
                            z.name(),
                            z.outline().corners(),
                            z.outline().labelPoint(),
                            z.elsewhere()))
                .toList());
    var code = JdbcStudentSite.CLASS_CODE;
    jdbc.sql(
            """
            insert into student.sheet (session_id, class_index, tag, plan, last_day)
            values (:session, :class, :tag, :plan, :lastDay)
            """)
        .param("session", session.id().value())
        .param("class", sealing.blindIndex(code, session.classCode()))
        .param("tag", session.tag().letters())
        .param("plan", json.print())
        .param("lastDay", session.lastDay())
        .update();
  }

  private void addPicture(Session session, int floor, byte[] png) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into student.picture (session_id, floor, id, content)
            values (:session, :floor, :id, :content)
            """)
        .param("session", session.id().value())
        .param("floor", floor)
        .param("id", id)
        .param("content", sealing.sealBytes(JdbcStudentSite.PICTURE, id, png))
        .update();
  }
}
