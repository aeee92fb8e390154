package org.sightline.engagement.marks;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.clocks.Withdrawals;
import org.sightline.kernel.SignedIn;
import org.sightline.store.StudentStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Takes a map out by the code on its slip (ST-06 to ST-08, A30, A31). Delete-only: nobody learns
/// what was on it, or which session it was from.
@Component
public class SlipWithdrawals {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final StudentStore student;
  private final JdbcClient staff;
  private final Processes processes;
  private final Staging staging;
  private final PaperSlips slips;
  private final HashingDesk desk;
  private final DeletedMaps deleted;
  private final WithdrawalLedger ledger;
  private final Clock clock;
  private final GuessLimit limit;
  private final SecureRandom random = new SecureRandom();

  SlipWithdrawals(
      StudentStore student,
      JdbcClient staff,
      Processes processes,
      Staging staging,
      PaperSlips slips,
      HashingDesk desk,
      DeletedMaps deleted,
      WithdrawalLedger ledger,
      Clock clock) {
    this.student = student;
    this.staff = staff;
    this.processes = processes;
    this.staging = staging;
    this.slips = slips;
    this.desk = desk;
    this.deleted = deleted;
    this.ledger = ledger;
    this.clock = clock;
    this.limit = new GuessLimit(clock);
  }

  /// What came of a typed code.
  public sealed interface Outcome {

    /// The map is deleted.
    ///
    /// @param receipt random and kept nowhere: it can be written down to show that something was
    ///     done, and leads to nothing
    record Gone(LocalDate on, String receipt) implements Outcome {}

    /// Typed well, but no map has it.
    record Wrong() implements Outcome {}

    /// Cannot be a code of ours.
    ///
    /// @param letter one that our codes never use, or `null`
    record Mistyped(@Nullable String letter) implements Outcome {}

    /// The window has ended.
    record Expired(LocalDate lastDay) implements Outcome {}

    /// Used before: the map is gone already.
    record Used() implements Outcome {}

    /// Too many tries just now, by anybody.
    record TooMany() implements Outcome {}
  }

  /// A young person types their own code on the student site. Writes no audit entry: the night job
  /// writes one count a day.
  public Outcome withdraw(String typed) {
    return noted(outcome(typed, student.jdbc()));
  }

  /// Staff type a code from the slip box, not seeing what it deletes. The audit entry says that a
  /// slip was typed, and neither which nor with what result: a result beside a time would tell the
  /// time at which one map went.
  ///
  /// The entry is committed before anything is deleted, so that nothing goes without one, and the
  /// deletion is a transaction of its own: its rows do not bear the number of the entry. Should it
  /// fail, the entry is still true, and the slip can be typed again.
  public Outcome withdrawFromBox(SignedIn who, String typed) {
    processes.change(who, new Act("engagement.slip-typed", null, null, null), () -> {});
    return noted(processes.look(who, () -> outcome(typed, staff)));
  }

  private Outcome noted(Outcome outcome) {
    if (outcome instanceof Outcome.Gone) {
      deleted.left();
    }
    return outcome;
  }

  private Outcome outcome(String typed, JdbcClient jdbc) {
    return switch (SlipCode.read(typed)) {
      case SlipCode.Reading.UnknownCharacter unknown -> new Outcome.Mistyped(unknown.character());
      case SlipCode.Reading.WrongLength length -> new Outcome.Mistyped(null);
      case SlipCode.Reading.CheckDiffers differs -> new Outcome.Mistyped(null);
      case SlipCode.Reading.Correct correct ->
          limit.allows(correct.code().tag()) ? find(correct.code(), jdbc) : new Outcome.TooMany();
    };
  }

  private Outcome find(SlipCode code, JdbcClient jdbc) {
    var window = window(code.tag(), jdbc);
    if (window.isEmpty()) {
      return new Outcome.Wrong();
    }
    if (!Withdrawals.isOpen(window.get().lastDay(), clock)) {
      return new Outcome.Expired(window.get().lastDay());
    }
    byte[] salt = window.get().salt();
    if (salt == null) {
      return new Outcome.Wrong();
    }
    return delete(code, window.get(), salt, jdbc);
  }

  /// The slip is in the ledger before its map goes, and leaves it again when it took nothing out.
  private Outcome delete(SlipCode code, Window window, byte[] salt, JdbcClient jdbc) {
    var slip = known(code, window, slips.of(code).closed(salt, desk).stored());
    boolean fresh = ledger.add(slip);
    var result = slip.staged() == null ? "CLOSED" : fromStaging(slip, jdbc);
    if (result.equals("CLOSED")) {
      result =
          jdbc.sql("select student.withdraw(:session, :hash, :day)")
              .param("session", slip.session())
              .param("hash", slip.hash())
              .param("day", today())
              .query(String.class)
              .single();
    }
    if (fresh && result.equals("WRONG")) {
      ledger.remove(slip);
    }
    return switch (result) {
      case "GONE" -> new Outcome.Gone(today(), CodeLetters.random(random, 8));
      case "USED" -> new Outcome.Used();
      default -> new Outcome.Wrong();
    };
  }

  private UsedSlip known(SlipCode code, Window window, String hash) {
    var until = ledger.keptUntil(window.lastDay());
    var session = window.session();
    try {
      return window.isOpen()
          ? new UsedSlip(
              until,
              session,
              hash,
              HexFormat.of().formatHex(staging.slipPrint(session, code)),
              slips.known(session, slips.of(code)))
          : new UsedSlip(until, session, hash, null, null);
    } catch (Staging.SessionKeyGone closed) {
      return new UsedSlip(until, session, hash, null, null);
    }
  }

  private String fromStaging(UsedSlip slip, JdbcClient jdbc) {
    return jdbc.sql("select student.withdraw_staged(:session, :slip, :paper, :hash, :day)")
        .param("session", slip.session())
        .param("slip", HexFormat.of().parseHex(slip.staged()))
        .param("paper", slip.paper())
        .param("hash", slip.hash())
        .param("day", today())
        .query(String.class)
        .single();
  }

  private record Window(UUID session, byte @Nullable [] salt, LocalDate lastDay, boolean isOpen) {}

  private static Optional<Window> window(SessionTag tag, JdbcClient jdbc) {
    return jdbc.sql("select session_id, salt, last_day, state from student.slip_window(:tag)")
        .param("tag", tag.letters())
        .query(
            (row, n) ->
                new Window(
                    row.getObject(1, UUID.class),
                    row.getBytes(2),
                    row.getObject(3, LocalDate.class),
                    "OPEN".equals(row.getString(4))))
        .optional();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(LONDON));
  }
}
