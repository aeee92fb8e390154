package org.sightline.contexts.floorplans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL behind [FloorPlans].
@Component
class JdbcFloorPlans {

  private static final SealedColumn NOTES = new SealedColumn("contexts.zone", "notes");
  private static final SealedColumn PICTURE = new SealedColumn("contexts.picture", "content");

  private final JdbcClient jdbc;
  private final Sealing sealing;

  JdbcFloorPlans(JdbcClient jdbc, Sealing sealing) {
    this.jdbc = jdbc;
    this.sealing = sealing;
  }

  List<PlanVersionId> newestOf(WorkspaceId school) {
    return jdbc.sql(
            """
            select distinct on (p.name, p.id) v.id
              from contexts.floor_plan p join contexts.plan_version v on v.plan_id = p.id
             where p.workspace_id = :school
             order by p.name, p.id, v.number desc
            """)
        .param("school", school.value())
        .query((row, n) -> new PlanVersionId(row.getObject(1, UUID.class)))
        .list();
  }

  PlanVersionId newest(FloorPlanId plan) {
    return versions(plan).stream().findFirst().orElseThrow(NotThere::new);
  }

  List<PlanVersionId> versions(FloorPlanId plan) {
    return jdbc.sql(
            "select id from contexts.plan_version where plan_id = :plan order by number desc")
        .param("plan", plan.value())
        .query((row, n) -> new PlanVersionId(row.getObject(1, UUID.class)))
        .list();
  }

  /// Two who save at once queue here, so that the second finds the first's version.
  void lock(FloorPlanId plan) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:plan, 0))")
        .param("plan", plan.toString())
        .query((row, n) -> true)
        .single();
  }

  PlanVersion version(PlanVersionId id) {
    return jdbc.sql(
            """
            select v.id, v.plan_id, v.workspace_id, p.name, v.number, v.saved_on
              from contexts.plan_version v join contexts.floor_plan p on p.id = v.plan_id
             where v.id = :id
            """)
        .param("id", id.value())
        .query(
            (row, n) ->
                new PlanVersion(
                    id,
                    new FloorPlanId(row.getObject("plan_id", UUID.class)),
                    new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                    row.getString("name"),
                    row.getInt("number"),
                    row.getObject("saved_on", LocalDate.class),
                    floors(id),
                    zones(id)))
        .optional()
        .orElseThrow(NotThere::new);
  }

  byte[] picture(UUID id) {
    byte[] sealed =
        jdbc.sql("select content from contexts.picture where id = :id")
            .param("id", id)
            .query((row, n) -> row.getBytes(1))
            .optional()
            .orElseThrow(NotThere::new);
    return sealing.openBytes(PICTURE, id, sealed);
  }

  void addPlan(FloorPlanId id, WorkspaceId school, String name) {
    jdbc.sql(
            "insert into contexts.floor_plan (id, workspace_id, name) values (:id, :school, :name)")
        .param("id", id.value())
        .param("school", school.value())
        .param("name", name)
        .update();
  }

  void addVersion(
      PlanVersionId id, FloorPlanId plan, WorkspaceId school, int number, LocalDate on, UserId by) {
    jdbc.sql(
            """
            insert into contexts.plan_version (id, plan_id, workspace_id, number, saved_on, saved_by)
            values (:id, :plan, :school, :number, :on, :by)
            """)
        .param("id", id.value())
        .param("plan", plan.value())
        .param("school", school.value())
        .param("number", number)
        .param("on", on)
        .param("by", by.value())
        .update();
  }

  void addFloor(PlanVersionId version, WorkspaceId school, Floor floor) {
    jdbc.sql(
            """
            insert into contexts.floor
              (version_id, workspace_id, position, name, width, height, picture_id)
            values (:version, :school, :position, :name, :width, :height, :picture)
            """)
        .param("version", version.value())
        .param("school", school.value())
        .param("position", floor.position())
        .param("name", floor.name())
        .param("width", floor.width())
        .param("height", floor.height())
        .param("picture", floor.picture())
        .update();
  }

  void addZone(PlanVersionId version, WorkspaceId school, Zone zone) {
    jdbc.sql(
            """
            insert into contexts.zone (version_id, workspace_id, zone_key, floor, name, outline,
              adults, watched, other_years, one_adult, elsewhere, notes)
            values (:version, :school, :key, :floor, :name, :outline,
              :adults, :watched, :others, :oneAdult, :elsewhere, :notes)
            """)
        .param("version", version.value())
        .param("school", school.value())
        .param("key", zone.key().value())
        .param("floor", zone.floor())
        .param("name", zone.name())
        .param("outline", OutlineJson.print(zone.outline()))
        .param("adults", zone.adults().name())
        .param("watched", zone.watched().name())
        .param("others", zone.otherYears().name())
        .param("oneAdult", zone.oneAdult())
        .param("elsewhere", zone.elsewhere())
        .param("notes", sealing.sealIfAny(NOTES, zone.key().value(), zone.notes()))
        .update();
  }

  void addPicture(UUID id, WorkspaceId school, byte[] png) {
    jdbc.sql(
            "insert into contexts.picture (id, workspace_id, content) values (:id, :school, :content)")
        .param("id", id)
        .param("school", school.value())
        .param("content", sealing.sealBytes(PICTURE, id, png))
        .update();
  }

  private List<Floor> floors(PlanVersionId version) {
    return jdbc.sql(
            """
            select position, name, width, height, picture_id
              from contexts.floor
             where version_id = :version
             order by position
            """)
        .param("version", version.value())
        .query(
            (row, n) ->
                new Floor(
                    row.getInt("position"),
                    row.getString("name"),
                    row.getInt("width"),
                    row.getInt("height"),
                    row.getObject("picture_id", UUID.class)))
        .list();
  }

  private List<Zone> zones(PlanVersionId version) {
    return jdbc.sql(
            """
            select zone_key, floor, name, outline, adults, watched, other_years, one_adult,
                   elsewhere, notes
              from contexts.zone
             where version_id = :version
            """)
        .param("version", version.value())
        .query((row, n) -> zone(row))
        .list();
  }

  private Zone zone(ResultSet row) throws SQLException {
    var key = row.getObject("zone_key", UUID.class);
    return new Zone(
        new ZoneKey(key),
        row.getInt("floor"),
        row.getString("name"),
        stored(row.getString("outline")),
        Zone.Adults.valueOf(row.getString("adults")),
        Zone.Answer.valueOf(row.getString("watched")),
        Zone.Answer.valueOf(row.getString("other_years")),
        row.getBoolean("one_adult"),
        row.getBoolean("elsewhere"),
        sealing.openIfAny(NOTES, key, row.getBytes("notes")));
  }

  private static Outline stored(String json) {
    return switch (OutlineJson.parse(json)) {
      case Drawn.Accepted(Outline outline) -> outline;
      case Drawn.Refused(String sentence) -> throw new IllegalStateException(sentence);
    };
  }
}
