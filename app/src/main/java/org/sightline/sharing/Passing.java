package org.sightline.sharing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.documents.Notices;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What needs no agreement: passing on a risk of harm, which nothing ever stands in the way of
/// (practice.md 1), and not sharing, which needs its reason (EX-01).
@Component
public class Passing {

  /// Until one of them has read it.
  static final String TOLD = "sharing.risk-told";

  private final Processes processes;
  private final Desks desks;
  private final ShareWriting writing;
  private final JdbcShares shares;
  private final Notices notices;
  private final Words words;
  private final Clock clock;

  Passing(
      Processes processes,
      Desks desks,
      ShareWriting writing,
      JdbcShares shares,
      Notices notices,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.desks = desks;
    this.writing = writing;
    this.shares = shares;
    this.notices = notices;
    this.words = words;
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
          if (!aboutStaff) {
            tellChairs(who, share);
          }
          return id;
        });
  }

  /// Adds to what was written down of a risk of harm. What stood there stays, in its version and
  /// above what is added.
  ///
  /// @throws NotThere when it is no risk of harm that the person wrote down
  /// @throws Stale when they added to it in another window meanwhile
  public void addTo(SignedIn who, UUID id, String more) {
    processes.change(
        who,
        Act.of("sharing.risk-added-to", id),
        () -> {
          var share =
              shares.held(id).stream()
                  .filter(one -> one.kind() == Share.Kind.RISK_OF_HARM)
                  .filter(one -> one.by().equals(who.user()))
                  .findFirst()
                  .orElseThrow(NotThere::new);
          var told = share.content();
          String before = told.texts().what();
          String added = words.say("sharing.risk.added-on", Dates.moment(clock.instant()), more);
          var content =
              Content.told(
                  before == null ? added : before + "\n\n" + added,
                  told.recipients().stream().map(to -> Recipient.described(to.person())).toList(),
                  told.route());
          if (!writing.addVersion(who, share, share.latest().number(), content)) {
            throw new Stale(words.say("sharing.refused.stale"));
          }
          if (!share.aboutStaff()) {
            tellChairs(who, share);
          }
        });
  }

  /// A team has no safeguarding lead who looks through what was passed on: its chairs are told, and
  /// those of the piece of work it came up in.
  private void tellChairs(SignedIn who, Share share) {
    String path = "/sharing/shares/" + share.id();
    Stream.of(share.school(), share.workspace())
        .distinct()
        .forEach(
            place ->
                desks
                    .chairsBut(who, place)
                    .ifPresentOrElse(
                        chairs -> chairs.forEach(one -> notices.tell(one, TOLD, path, share.id())),
                        () -> notices.tell(place, Role.CHAIR, TOLD, path, share.id())));
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
