package org.sightline.engagement.marks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.SessionId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.store.StudentStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the student site, under its own database role. Each call names its class code to
/// row-level security first.
@Component
class JdbcStudentSite {

  static final SealedColumn CLASS_CODE = new SealedColumn("engagement.session", "class_code");
  static final SealedColumn PICTURE = new SealedColumn("student.picture", "content");

  private final StudentStore store;
  private final Sealing sealing;

  JdbcStudentSite(StudentStore store, Sealing sealing) {
    this.store = store;
    this.sealing = sealing;
  }

  Optional<OpenSheet> sheet(ClassCode code) {
    return asClass(
        code,
        () ->
            jdbc()
                .sql("select session_id, tag, plan, last_day from student.sheet")
                .query((row, n) -> sheet(row))
                .optional());
  }

  static OpenSheet sheet(ResultSet row) throws SQLException {
    var plan = SheetJson.read(row.getString("plan"));
    return new OpenSheet(
        new SessionId(row.getObject("session_id", UUID.class)),
        new SessionTag(row.getString("tag")),
        row.getObject("last_day", LocalDate.class),
        plan.years(),
        plan.floors(),
        plan.zones());
  }

  Optional<byte[]> picture(ClassCode code, int floor) {
    return asClass(
        code,
        () ->
            jdbc()
                .sql("select id, content from student.picture where floor = :floor")
                .param("floor", floor)
                .query(
                    (row, n) ->
                        sealing.openBytes(
                            PICTURE, row.getObject("id", UUID.class), row.getBytes("content")))
                .optional());
  }

  /// PLANNED, OPEN or CLOSED; nothing when no session has this code.
  Optional<String> state(ClassCode code) {
    return jdbc()
        .sql("select state from student.class_state(:class) as state where state is not null")
        .param("class", index(code))
        .query(String.class)
        .optional();
  }

  /// STAGED, HAVE, FULL or CLOSED. When it returns, the map is committed.
  String stage(ClassCode code, byte[] slip, byte[] seat, byte[] sealed, int most) {
    return jdbc()
        .sql("select student.stage(:class, :id, :slip, :seat, :content, :most)")
        .param("class", index(code))
        .param("id", UUID.randomUUID())
        .param("slip", slip)
        .param("seat", seat)
        .param("content", sealed)
        .param("most", most)
        .query(String.class)
        .single();
  }

  /// @param content sealed, or `null` when the map was taken out
  record Found(byte @Nullable [] content) {}

  Optional<Found> stagedBy(ClassCode code, byte[] slip, byte[] seat) {
    return jdbc()
        .sql("select content from student.staged_by(:class, :slip, :seat)")
        .param("class", index(code))
        .param("slip", slip)
        .param("seat", seat)
        .query((row, n) -> new Found(row.getBytes("content")))
        .optional();
  }

  private byte[] index(ClassCode code) {
    return sealing.blindIndex(CLASS_CODE, code.letters());
  }

  private JdbcClient jdbc() {
    return store.jdbc();
  }

  @SuppressWarnings("NullAway") // the template passes on whatever the work returned
  private <T> T asClass(ClassCode code, Supplier<T> work) {
    return store
        .transactions()
        .execute(
            status -> {
              jdbc()
                  .sql("select set_config('app.class', :class, true)")
                  .param("class", HexFormat.of().formatHex(index(code)))
                  .query(String.class)
                  .single();
              return work.get();
            });
  }
}
