package org.sightline.concerns;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.Moments;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// The way into the wall. Anybody who may enter a school or one of its rounds raises a concern
/// here, at any moment (A07), and gets a receipt; nothing but the receipt ever comes back
/// (product.md, rule 4).
@Component
public class Concerns {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcConcerns concerns;
  private final JdbcReceipts receipts;
  private final ConcernNotices notices;
  private final RoundTimes roundTimes;
  private final ObjectProvider<RoundEndings> endings;
  private final Clock clock;

  Concerns(
      Processes processes,
      Workspaces workspaces,
      JdbcConcerns concerns,
      JdbcReceipts receipts,
      ConcernNotices notices,
      RoundTimes roundTimes,
      ObjectProvider<RoundEndings> endings,
      Clock clock) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.concerns = concerns;
    this.receipts = receipts;
    this.notices = notices;
    this.roundTimes = roundTimes;
    this.endings = endings;
    this.clock = clock;
  }

  /// Passes a concern on. The same id sent again gives the same receipt and changes nothing.
  ///
  /// The clocks run from when it was raised, also where it arrives later: they are the young
  /// person's. A moment in the future, or more than seven days ago, is a wrong clock, and the
  /// arrival counts.
  ///
  /// @throws NotThere when neither the school nor the round is open to the raiser
  public Receipt raise(SignedIn who, RaisedConcern raised) {
    if (processes.look(who, () -> receipts.receipt(raised.id())).isPresent()) {
      return sentAgain(who, raised);
    }
    var act = Act.in(raised.school(), "concerns.concern-raised", raised.id().value());
    try {
      return processes.change(who, act, () -> take(who, raised));
    } catch (DuplicateKeyException sentBefore) {
      // The same note on two connections at once; or somebody else's id, which is not there for us.
      return sentAgain(who, raised);
    }
  }

  /// The answer to the first sending was lost on its way: it is raised once, and the audit
  /// says so once.
  private Receipt sentAgain(SignedIn who, RaisedConcern raised) {
    var act = Act.in(raised.school(), "concerns.concern-sent-again", raised.id().value());
    return processes.change(
        who,
        act,
        () -> {
          requireEntry(who, raised);
          return receipts.receipt(raised.id()).orElseThrow(NotThere::new);
        });
  }

  /// "Note for later" on the run sheet: text and nothing else (practice.md 6). It goes to the
  /// safeguarding lead; about the lead or the head, the whole form is used.
  public Receipt noteForLater(
      SignedIn who,
      ConcernId id,
      WorkspaceId school,
      WorkspaceId round,
      @Nullable UUID session,
      String text,
      Instant raisedAt) {
    return raise(who, RaisedConcern.note(id, school, round, session, text, raisedAt));
  }

  /// The key "!" while keying: something is written on a map (practice.md 7). Takes no sheet and no
  /// label, and takes a label out where one was typed.
  ///
  /// @param description of the writing, in the words that are on the paper
  public Receipt raiseFromKeying(
      SignedIn who,
      ConcernId id,
      WorkspaceId school,
      WorkspaceId round,
      @Nullable UUID session,
      String description) {
    return raise(
        who, RaisedConcern.writing(id, school, round, session, description, clock.instant()));
  }

  /// The raiser's own receipts, newest first.
  public List<Receipt> receipts(SignedIn who) {
    return processes.look(who, receipts::receipts);
  }

  /// @throws NotThere when it is not the raiser's own
  public Receipt receipt(SignedIn who, ConcernId id) {
    return processes.look(who, () -> receipts.receipt(id).orElseThrow(NotThere::new));
  }

  /// The school in which somebody raises a concern: that of the round, or the only one open to
  /// them.
  ///
  /// @throws NotThere when there is none, or more than one to choose from
  public WorkspaceId schoolFor(SignedIn who, @Nullable WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          if (round != null) {
            return workspaces.schoolOf(round);
          }
          var schools = workspaces.schools();
          if (schools.size() != 1) {
            throw new NotThere();
          }
          return schools.getFirst();
        });
  }

  /// Whether the concerns of a round were followed up in time, for its owner and once it has ended.
  ///
  /// @throws NotThere to everybody but the owner of the round
  public FollowedUp followedUpOnTime(SignedIn who, WorkspaceId round) {
    return processes.read(
        who,
        Act.in(round, "concerns.follow-up-read", round.value()),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          var asked = endings.getIfAvailable();
          if (asked == null || asked.endedOn(round).isEmpty()) {
            return new FollowedUp.NotYet();
          }
          return roundTimes.allInTime(round, clock.instant())
              ? new FollowedUp.OnTime()
              : new FollowedUp.NotAllOnTime();
        });
  }

  private Receipt take(SignedIn who, RaisedConcern raised) {
    requireEntry(who, raised);
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, ConcernRules.LONDON);
    var route = Route.of(raised.about());
    var receipt =
        new Receipt(raised.id(), today, route.first(), raised.danger(), !raised.about().isEmpty());
    concerns.take(raised, who.user(), route, Moments.believable(raised.raisedAt(), now), now);
    receipts.give(receipt, who.user());
    notices.raised(raised.school(), raised.id().value(), route.first(), today);
    return receipt;
  }

  private void requireEntry(SignedIn who, RaisedConcern raised) {
    var round = raised.round();
    if (round == null) {
      workspaces.require(who, raised.school());
      return;
    }
    workspaces.require(who, round);
    if (!workspaces.schoolOf(round).equals(raised.school())) {
      throw new NotThere();
    }
  }
}
