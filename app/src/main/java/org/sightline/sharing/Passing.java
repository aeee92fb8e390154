package org.sightline.sharing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// What needs no agreement: passing on a risk of harm, which nothing ever stands in the way of
/// (practice.md 1), and not sharing, which needs its reason (EX-01).
@Component
public class Passing {

  private final Processes processes;
  private final Desks desks;
  private final ShareWriting writing;
  private final Clock clock;

  Passing(Processes processes, Desks desks, ShareWriting writing, Clock clock) {
    this.processes = processes;
    this.desks = desks;
    this.writing = writing;
    this.clock = clock;
  }

  /// Writes down that a risk of harm was passed on. Whatever is left out, it is taken; there is
  /// nothing to wait for and nothing to confirm.
  ///
  /// @param workspace where it came up, or `null` for the person's school
  /// @param aboutStaff keep the words to their author: they are about an adult who works here
  public UUID riskOfHarm(
      SignedIn who,
      @Nullable WorkspaceId workspace,
      @Nullable String what,
      @Nullable String to,
      @Nullable HandOver route,
      boolean aboutStaff) {
    var told = Content.told(what, List.of(Recipient.described(to)), route);
    UUID id = UUID.randomUUID();
    var in = workspace == null ? anyOf(who) : workspace;
    return processes.change(
        who,
        Act.in(in, "sharing.risk-passed-on", id),
        () -> {
          desks.requireUnasked(who, in);
          var share = add(who, id, in, Share.Kind.RISK_OF_HARM, aboutStaff, told);
          settle(who, share, Share.StepKind.SENT, Share.Way.RISK_OF_HARM, null, null);
          return id;
        });
  }

  /// Writes down that something was asked for, or came up, and was not shared.
  ///
  /// @param to who asked, or would have received it
  public UUID notShared(
      SignedIn who,
      WorkspaceId workspace,
      String what,
      @Nullable String to,
      Withheld why,
      String reason) {
    UUID id = UUID.randomUUID();
    return processes.change(
        who,
        Act.in(workspace, "sharing.not-shared", id),
        () -> {
          desks.requireMember(who, workspace);
          var told = Content.told(what, List.of(Recipient.described(to)), null);
          var share = add(who, id, workspace, Share.Kind.NOT_SHARED, false, told);
          settle(who, share, Share.StepKind.NOT_SHARED, null, why, reason);
          return id;
        });
  }

  private WorkspaceId anyOf(SignedIn who) {
    return processes.look(who, () -> desks.anyOf(who));
  }

  private Share add(
      SignedIn who,
      UUID id,
      WorkspaceId workspace,
      Share.Kind kind,
      boolean aboutStaff,
      Content content) {
    var share =
        new Share(
            id,
            workspace,
            desks.homeOf(workspace),
            kind,
            aboutStaff,
            who.user(),
            clock.instant(),
            List.of(),
            List.of());
    writing.add(who, share);
    writing.addVersion(who, share, 0, content);
    return share;
  }

  private void settle(
      SignedIn who,
      Share share,
      Share.StepKind kind,
      Share.@Nullable Way way,
      @Nullable Withheld why,
      @Nullable String reason) {
    Instant now = clock.instant();
    writing.step(
        who,
        share,
        new Share.Step(
            1,
            1,
            kind,
            way,
            null,
            null,
            null,
            why,
            reason,
            kind == Share.StepKind.SENT ? now : null,
            who.user(),
            now));
  }
}
