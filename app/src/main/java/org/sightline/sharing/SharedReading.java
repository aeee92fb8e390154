package org.sightline.sharing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.documents.Notices;
import org.sightline.kernel.InTheWay;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Reads what was shared. Opening the words of one is recorded; lists show dockets only.
@Component
public class SharedReading {

  private final Processes processes;
  private final Desks desks;
  private final JdbcShares shares;
  private final Notices notices;
  private final Words words;
  private final Clock clock;

  SharedReading(
      Processes processes,
      Desks desks,
      JdbcShares shares,
      Notices notices,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.desks = desks;
    this.shares = shares;
    this.notices = notices;
    this.words = words;
    this.clock = clock;
  }

  /// Where the person shares from.
  public List<SharedWork.Desk> desks(SignedIn who) {
    return processes.look(who, () -> desks.sharing(who));
  }

  /// A workspace of theirs, by name.
  ///
  /// @throws NotThere when they are no member of it
  public SharedWork.Desk desk(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () -> {
          desks.requireMember(who, workspace);
          return desks.all(who).stream()
              .filter(desk -> desk.workspace().equals(workspace))
              .findFirst()
              .orElseThrow(NotThere::new);
        });
  }

  public boolean mayShare(SignedIn who, WorkspaceId workspace) {
    return processes.look(who, () -> desks.mayShare(who, workspace));
  }

  /// The newest first.
  ///
  /// @param workspace one, or `null` for all that is open
  public List<Share> list(SignedIn who, @Nullable WorkspaceId workspace) {
    return processes.look(
        who, () -> shares.list(workspace).stream().map(one -> one.asSeenBy(who.user())).toList());
  }

  /// What waits for the person: their own that are only prepared, and those of which nobody knows
  /// that they arrived.
  public List<Share> waiting(SignedIn who) {
    var now = clock.instant();
    return list(who, null).stream()
        .filter(share -> share.by().equals(who.user()))
        .filter(
            share ->
                share.lacksReceipt(now)
                    || share.state(now) == Share.State.PREPARED
                    || share.state(now) == Share.State.LEAVING)
        .toList();
  }

  /// One with its words.
  ///
  /// @throws NotThere when it is not open to them
  public Share find(SignedIn who, UUID id) {
    return open(who, id, "sharing.share-read");
  }

  /// The same on paper, once it is settled: what can still be taken back is not printed.
  ///
  /// @throws Refused before
  public Share forPrint(SignedIn who, UUID id) {
    var share = open(who, id, "sharing.share-printed");
    var state = share.state(clock.instant());
    if (state == Share.State.PREPARED || state == Share.State.LEAVING) {
      throw new InTheWay(words.say("sharing.refused.not-gone"));
    }
    return share;
  }

  private Share open(SignedIn who, UUID id, String act) {
    return processes.read(
        who,
        Act.of(act, id),
        () -> {
          var share = shares.one(id).stream().findFirst().orElseThrow(NotThere::new);
          if (share.kind() == Share.Kind.RISK_OF_HARM
              && !share.by().equals(who.user())
              && share.content().words() != null) {
            notices.settled(Passing.TOLD, id);
          }
          return share.asSeenBy(who.user());
        });
  }
}
