package org.sightline.plans.agreed;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.agreed.AgreedAction.State;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The actions of pieces of work about people. Whoever may read the piece of work reads them,
/// except those that answer something kept from the reader; whoever works on it agrees on them and
/// says how far they are. Nothing is overwritten, and everything can be taken back.
///
/// Every method may be called inside a process of the same person too.
@Component
public class AgreedActions {

  private final Processes processes;
  private final Workspaces workspaces;
  private final Casework casework;
  private final JdbcAgreedActions actions;
  private final List<ActionTargets> targets;
  private final Words words;

  AgreedActions(
      Processes processes,
      Workspaces workspaces,
      Casework casework,
      JdbcAgreedActions actions,
      List<ActionTargets> targets,
      Words words) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.casework = casework;
    this.actions = actions;
    this.targets = targets;
    this.words = words;
  }

  /// All of a piece of work, those that were taken back too, by their day.
  ///
  /// @throws NotThere when it is not open to the reader
  public List<AgreedAction> of(SignedIn who, WorkspaceId work) {
    return processes.read(
        who,
        Act.in(work, "plans.agreed-actions-read", work.value()),
        () -> {
          workspaces.require(who, work);
          return shown(who, work);
        });
  }

  /// Those that are still to be done, by their day: what a review asks of (B68).
  ///
  /// @throws NotThere when it is not open to the reader
  public List<AgreedAction> outstanding(SignedIn who, WorkspaceId work) {
    return of(who, work).stream().filter(AgreedAction::isOutstanding).toList();
  }

  /// @throws NotThere when there is none, or it answers something kept from the reader
  public AgreedAction find(SignedIn who, WorkspaceId work, UUID id) {
    return processes.read(
        who,
        Act.in(work, "plans.agreed-action-read", id),
        () -> {
          workspaces.require(who, work);
          return shown(who, work, id);
        });
  }

  /// Whether the reader works on it today.
  public boolean mayWrite(SignedIn who, WorkspaceId work) {
    return processes.look(
        who,
        () -> workspaces.roles(who, work).stream().anyMatch(List.of(Casework.WORKERS)::contains));
  }

  /// Agrees on an action.
  ///
  /// @param target what it answers; it need not stay there
  /// @throws Refused when the owner does not work on it
  /// @throws NotThere when the reader does not, it is no piece of work about people, or what it
  ///     answers is kept from them
  public UUID agree(
      SignedIn who, WorkspaceId work, @Nullable ActionTarget target, ActionTerms terms) {
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(work, "plans.action-agreed", id),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          if (casework.named(work).isEmpty()) {
            throw new NotThere();
          }
          if (target != null && keptFrom(who, work).contains(target.id())) {
            throw new NotThere();
          }
          requireOwner(work, terms);
          actions.add(
              who,
              work,
              id,
              target,
              targets.stream().anyMatch(one -> one.isForPractice(who, work)));
          actions.write(who, work, id, target, 1, terms);
        });
    return id;
  }

  /// Changes its terms: the ones before stay.
  ///
  /// @param version that was on the page
  /// @throws Stale when somebody else has changed them
  public void change(SignedIn who, WorkspaceId work, UUID id, int version, ActionTerms terms) {
    processes.change(
        who,
        Act.in(work, "plans.agreed-action-changed", id),
        () -> {
          var action = written(who, work, id);
          if (terms.owner() != null && !terms.owner().equals(action.terms().owner())) {
            requireOwner(work, terms);
          }
          if (!actions.write(who, work, id, action.target(), version + 1, terms)) {
            throw new Stale(words.say("plans.agreed.stale"));
          }
        });
  }

  /// Says how far it is, as of today.
  ///
  /// @return the number of the update, by which it can be taken back
  public UUID update(SignedIn who, WorkspaceId work, UUID id, State state, String said) {
    return update(who, work, id, state, actions.today(), said);
  }

  /// The same, of a day.
  ///
  /// @param day it was done or said: today or before
  /// @param said how far, or why not; never empty
  public UUID update(
      SignedIn who, WorkspaceId work, UUID id, State state, LocalDate day, String said) {
    if (said.isBlank()) {
      throw new IllegalArgumentException("An update of an action needs words");
    }
    UUID update = UUID.randomUUID();
    processes.change(
        who,
        Act.in(work, "plans.agreed-action-updated", id).with(state.name()),
        () -> {
          if (day.isAfter(actions.today())) {
            throw new Refused(words.say("plans.agreed.day-ahead"));
          }
          actions.update(who, written(who, work, id), update, state, day, said);
        });
    return update;
  }

  /// Takes an action back that was not agreed after all, or says it again.
  public void takeBack(SignedIn who, WorkspaceId work, UUID id, boolean back) {
    processes.change(
        who,
        Act.in(
            work, back ? "plans.agreed-action-taken-back" : "plans.agreed-action-said-again", id),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          shown(who, work, id);
          if (!actions.takeBack(who, work, JdbcAgreedActions.Table.ACTION, id, back)) {
            throw new NotThere();
          }
        });
  }

  /// Takes back what was said of how far an action is, or says it again.
  public void takeBackUpdate(SignedIn who, WorkspaceId work, UUID id, UUID update, boolean back) {
    processes.change(
        who,
        Act.in(
            work,
            back ? "plans.agreed-update-taken-back" : "plans.agreed-update-said-again",
            update),
        () -> {
          if (written(who, work, id).updates().stream().noneMatch(one -> one.id().equals(update))
              || !actions.takeBack(who, work, JdbcAgreedActions.Table.UPDATE, update, back)) {
            throw new NotThere();
          }
        });
  }

  private AgreedAction written(SignedIn who, WorkspaceId work, UUID id) {
    workspaces.require(who, work, Casework.WORKERS);
    var action = shown(who, work, id);
    if (action.isTakenBack()) {
      throw new Refused(words.say("plans.agreed.taken-back-already"));
    }
    return action;
  }

  private AgreedAction shown(SignedIn who, WorkspaceId work, UUID id) {
    return shown(who, work).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private List<AgreedAction> shown(SignedIn who, WorkspaceId work) {
    var kept = keptFrom(who, work);
    return actions.of(work).stream().filter(one -> !isKept(one.target(), kept)).toList();
  }

  private static boolean isKept(@Nullable ActionTarget target, Set<UUID> kept) {
    return target != null && kept.contains(target.id());
  }

  private Set<UUID> keptFrom(SignedIn who, WorkspaceId work) {
    var kept = new HashSet<UUID>();
    targets.forEach(one -> kept.addAll(one.keptFrom(who, work)));
    return kept;
  }

  /// Exactly one, and somebody who can see what they answer for (B20).
  private void requireOwner(WorkspaceId work, ActionTerms terms) {
    var owner = terms.owner();
    if (owner != null
        && workspaces.members(work).stream()
            .noneMatch(
                one ->
                    one.id().equals(owner)
                        && one.roles().stream().anyMatch(List.of(Casework.WORKERS)::contains))) {
      throw new Refused(words.say("plans.agreed.no-member"));
    }
  }
}
