package org.sightline.engagement.results;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.Issues;
import org.springframework.stereotype.Component;

/// Ideas from the discussions of a round: what students could do (A75), what adults at school could
/// do (A76). The owner words them, approves them for everyone's eyes, and takes them into the
/// intervention plan; what was noted stays with the notes.
@Component
public class Proposals {

  private final JdbcProposals proposals;
  private final PlannedProposals planned;
  private final Issues issues;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Clock clock;

  Proposals(
      JdbcProposals proposals,
      PlannedProposals planned,
      Issues issues,
      Processes processes,
      Workspaces workspaces,
      Clock clock) {
    this.proposals = proposals;
    this.planned = planned;
    this.issues = issues;
    this.processes = processes;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// Every proposal of the round, drafts too, for its owner and facilitators.
  public List<Proposal> of(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER, Role.FACILITATOR);
          return proposals.of(round);
        });
  }

  /// What the report and the presenter view may show, for everybody in the round.
  public List<Proposal> forEveryone(SignedIn who, WorkspaceId round) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, round);
          return proposals.of(round).stream().filter(Proposal::isForEveryone).toList();
        });
  }

  /// Makes a proposal of a note.
  ///
  /// @throws NotThere when the note is not of this round, or has been struck out
  public UUID make(
      SignedIn who,
      WorkspaceId round,
      UUID note,
      Proposal.Kind kind,
      @Nullable ZoneKey zone,
      String wording) {
    if (wording.isBlank() || wording.length() > Proposal.LONGEST) {
      throw new Refused("Write the idea in 1 to %d letters.".formatted(Proposal.LONGEST));
    }
    var made =
        new Proposal(UUID.randomUUID(), note, kind, zone, wording.strip(), false, false, null);
    changing(
        who,
        round,
        "engagement.proposal-made",
        made.id(),
        () -> {
          if (!proposals.hasNote(round, note)) {
            throw new NotThere();
          }
          planned.requireZone(who, round, zone);
          proposals.add(round, made, who.user(), today());
        });
    return made.id();
  }

  /// Lets everybody read it: from now on the report and the presenter view show it.
  ///
  /// @throws Refused when its words name somebody who works there
  public void approve(SignedIn who, WorkspaceId round, UUID id) {
    changing(
        who,
        round,
        "engagement.proposal-approved",
        id,
        () -> {
          var found = proposals.find(round, id);
          if (issues.nameSomebody(who, round, found.wording())) {
            throw new Refused(
                "This idea names somebody. Set it aside and make it again without the name.");
          }
          proposals.approve(found.id(), who.user(), today());
        });
  }

  /// Takes it off the list; nobody reads it from now on.
  public void setAside(SignedIn who, WorkspaceId round, UUID id) {
    changing(
        who,
        round,
        "engagement.proposal-set-aside",
        id,
        () -> proposals.setAside(proposals.find(round, id).id(), who.user(), today()));
  }

  /// Takes an approved proposal into the intervention plan, once.
  public void plan(SignedIn who, WorkspaceId round, UUID id) {
    changing(
        who,
        round,
        "engagement.proposal-planned",
        id,
        () -> {
          var found = proposals.find(round, id);
          if (!found.isForEveryone()) {
            throw new Refused("Approve the idea first.");
          }
          if (found.issue() == null) {
            proposals.becomes(found.id(), planned.raise(who, round, found));
          }
        });
  }

  private void changing(SignedIn who, WorkspaceId round, String act, UUID id, Runnable change) {
    processes.change(
        who,
        Act.in(round, act, id),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER);
          change.run();
        });
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }
}
