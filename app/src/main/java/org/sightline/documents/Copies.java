package org.sightline.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Emergencies;
import org.sightline.access.Users;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.SealedColumn;
import org.sightline.store.Sealing;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Stamps what leaves and writes down who took it. A copy that could not be written down is not
/// handed out.
///
/// What young people get in their hands carries no stamp and does not come through here
/// (`docs/concepts/exports.md`).
@Component
public class Copies {

  private static final SealedColumn FOR_WHOM = new SealedColumn("documents.copy", "for_whom");

  private final JdbcClient jdbc;
  private final Processes processes;
  private final Users users;
  private final Emergencies emergencies;
  private final Sealing sealing;
  private final Words words;
  private final Clock clock;

  Copies(
      JdbcClient jdbc,
      Processes processes,
      Users users,
      Emergencies emergencies,
      Sealing sealing,
      Words words,
      Clock clock) {
    this.jdbc = jdbc;
    this.processes = processes;
    this.users = users;
    this.emergencies = emergencies;
    this.sealing = sealing;
    this.words = words;
    this.clock = clock;
  }

  /// What a copy is made of.
  ///
  /// @param kind module and thing, as in `engagement.score-summary-pdf`; its words are
  ///     `module.copy.thing`
  /// @param object the round or record
  public record Original(String kind, WorkspaceId workspace, UUID object) {}

  /// Why a copy is taken.
  ///
  /// @param forWhom who gets it, where that was said; printed on it
  public record Occasion(Purpose purpose, @Nullable String forWhom) {}

  /// A copy that was taken.
  public record Taken(
      UUID id,
      long number,
      String kind,
      WorkspaceId workspace,
      UserId by,
      Instant at,
      Purpose purpose,
      @Nullable String forWhom) {}

  /// Makes a copy with a stamp on it. The caller has asked already whether they may have what it
  /// holds.
  ///
  /// @param make the bytes of the file, with the stamp in them
  public byte[] take(SignedIn who, Original of, Purpose purpose, Function<Stamp, byte[]> make) {
    return take(who, of, new Occasion(purpose, null), make);
  }

  /// The same for somebody who is named.
  ///
  /// @throws org.sightline.kernel.Refused while they have something open in an emergency
  public byte[] take(SignedIn who, Original of, Occasion why, Function<Stamp, byte[]> make) {
    emergencies.requireNone(who);
    var at = clock.instant();
    var stamp = processes.look(who, () -> stamp(who, at, why));
    byte[] file = make.apply(stamp);
    var id = UUID.randomUUID();
    processes.read(
        who,
        Act.in(of.workspace(), "documents.copy-taken", id).with("copy " + stamp.number()),
        () -> {
          write(id, stamp, who, of, at, why, file);
          return true;
        });
    return file;
  }

  /// A stamp for a page that somebody's browser prints: the page is a copy once it is opened. Its
  /// file is made elsewhere, so that only the stamp leads back to it.
  public Stamp page(SignedIn who, Original of, Purpose purpose) {
    return page(who, of, new Occasion(purpose, null));
  }

  /// The same for somebody who is named.
  public Stamp page(SignedIn who, Original of, Occasion why) {
    var stamped = new AtomicReference<Stamp>();
    take(
        who,
        of,
        why,
        stamp -> {
          stamped.set(stamp);
          return stamp.code().getBytes(StandardCharsets.US_ASCII);
        });
    return Objects.requireNonNull(stamped.get());
  }

  /// Who has copies of something, the first first: they are to be told when it turns out to be
  /// wrong (RR-02). Shows one's own, and all of them to those who answer for the workspace.
  public List<Taken> of(SignedIn who, UUID object) {
    return processes.look(
        who,
        () ->
            jdbc.sql("select * from documents.copy where object_id = :object order by number")
                .param("object", object)
                .query((row, n) -> taken(row))
                .list());
  }

  /// Every copy that is open to the reader, the last first: their own, and those of the work they
  /// look after. Reading the list is recorded.
  ///
  /// @param most at most as many
  public List<Taken> all(SignedIn who, int most) {
    return processes.read(
        who,
        Act.of("documents.copies-read", who.user().value()),
        () ->
            jdbc.sql("select * from documents.copy order by number desc limit :most")
                .param("most", most)
                .query((row, n) -> taken(row))
                .list());
  }

  private Taken taken(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Taken(
        id,
        row.getLong("number"),
        row.getString("kind"),
        new WorkspaceId(row.getObject("workspace_id", UUID.class)),
        new UserId(row.getObject("by_user", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Purpose.valueOf(row.getString("purpose")),
        sealing.openIfAny(FOR_WHOM, id, row.getBytes("for_whom")));
  }

  private Stamp stamp(SignedIn who, Instant at, Occasion why) {
    long number = jdbc.sql("select nextval('documents.copy_number')").query(Long.class).single();
    String line =
        words.say(
            "documents.stamp",
            number,
            users.nameOf(who.user()),
            Dates.moment(at),
            words.say(why.purpose().key()));
    return new Stamp(
        StampCode.random(),
        number,
        why.forWhom() == null
            ? line
            : line + " " + words.say("documents.stamp.for", why.forWhom()));
  }

  private void write(
      UUID id, Stamp stamp, SignedIn who, Original of, Instant at, Occasion why, byte[] file) {
    jdbc.sql(
            """
            insert into documents.copy
              (id, code, number, kind, workspace_id, object_id, by_user, at, purpose, for_whom, sha256)
            values (:id, :code, :number, :kind, :workspace, :object, :by, :at, :purpose, :forWhom,
              :sha256)
            """)
        .param("id", id)
        .param("code", stamp.code())
        .param("number", stamp.number())
        .param("kind", of.kind())
        .param("workspace", of.workspace().value())
        .param("object", of.object())
        .param("by", who.user().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("purpose", why.purpose().name())
        .param("forWhom", sealing.sealIfAny(FOR_WHOM, id, why.forWhom()), Types.BINARY)
        .param("sha256", hash(file))
        .update();
  }

  static byte[] hash(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
