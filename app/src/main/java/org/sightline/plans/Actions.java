package org.sightline.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// The actions of plans: added, changed, done and not done after all, reviewed, taken out and put
/// back. Every step adds a version.
@Component
public class Actions {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcIssues issues;
  private final JdbcOutcomes outcomes;
  private final JdbcActions actions;
  private final PlanDates dates;

  Actions(
      Processes processes,
      Workspaces workspaces,
      JdbcIssues issues,
      JdbcOutcomes outcomes,
      JdbcActions actions,
      PlanDates dates) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.issues = issues;
    this.outcomes = outcomes;
    this.actions = actions;
    this.dates = dates;
  }

  /// Every version of an action, oldest first; the last one holds.
  public List<Action> history(SignedIn who, WorkspaceId workspace, ActionId id) {
    return processes.look(
        who,
        () -> {
          var held = workspaces.require(who, workspace, Writers.READERS);
          var versions = actions.history(workspace, id);
          if (versions.isEmpty()) {
            throw new NotThere();
          }
          issues.find(workspace, versions.getLast().issue(), held);
          return versions;
        });
  }

  /// Adds an action. An issue with no outcome, or with "no action", becomes "planned"; one that was
  /// raised with the council or passed on stays so and has the action beside it.
  public ActionId add(SignedIn who, WorkspaceId workspace, IssueId issue, ActionTerms terms) {
    var id = ActionId.random();
    return processes.change(
        who,
        Act.in(workspace, "plans.action-added", id.value()),
        () -> {
          workspaces.require(who, workspace, Writers.WRITERS);
          var found = issues.find(workspace, issue);
          requireMember(workspace, terms);
          actions.open(workspace, issue, id);
          actions.add(
              who,
              workspace,
              issue,
              id,
              0,
              new JdbcActions.Content(Step.ADDED, terms, null, null, null));
          planned(who, workspace, found);
          return id;
        });
  }

  public void change(
      SignedIn who, WorkspaceId workspace, ActionId id, int version, ActionTerms terms) {
    next(
        who,
        workspace,
        id,
        version,
        "plans.action-changed",
        last -> {
          if (!last.terms().owner().equals(terms.owner())) {
            requireMember(workspace, terms);
          }
          return new JdbcActions.Content(
              Step.CHANGED, terms, last.done(), last.reviewOn(), last.review());
        });
  }

  /// @param reviewOn when to look whether it made the place safer
  public void markDone(
      SignedIn who,
      WorkspaceId workspace,
      ActionId id,
      int version,
      LocalDate doneOn,
      LocalDate reviewOn) {
    if (doneOn.isAfter(dates.today())) {
      throw new Refused("The day it was done lies ahead. Give today or a day before.");
    }
    next(
        who,
        workspace,
        id,
        version,
        "plans.action-done",
        last ->
            new JdbcActions.Content(
                Step.DONE,
                last.terms(),
                new Action.Done(doneOn, who.user()),
                reviewOn,
                last.review()));
  }

  /// Takes "done" back; that it was said stays in the history.
  public void markNotDone(SignedIn who, WorkspaceId workspace, ActionId id, int version) {
    next(
        who,
        workspace,
        id,
        version,
        "plans.action-not-done",
        last -> new JdbcActions.Content(Step.NOT_DONE, last.terms(), null, null, last.review()));
  }

  /// @param reviewOn when to look again, or `null` when once is enough
  public void review(
      SignedIn who,
      WorkspaceId workspace,
      ActionId id,
      int version,
      Action.Review review,
      @Nullable LocalDate reviewOn) {
    next(
        who,
        workspace,
        id,
        version,
        "plans.action-reviewed",
        last -> {
          if (last.done() == null) {
            throw new Refused("An action is reviewed once it is done. Mark it done first.");
          }
          return new JdbcActions.Content(
              Step.REVIEWED, last.terms(), last.done(), reviewOn, review);
        });
  }

  /// Takes an action out of the plan. It can be put back.
  public void takeOut(SignedIn who, WorkspaceId workspace, ActionId id, int version) {
    step(who, workspace, id, version, "plans.action-taken-out", Step.TAKEN_OUT);
  }

  public void putBack(SignedIn who, WorkspaceId workspace, ActionId id, int version) {
    step(who, workspace, id, version, "plans.action-put-back", Step.PUT_BACK);
  }

  private void step(
      SignedIn who, WorkspaceId workspace, ActionId id, int version, String act, Step step) {
    next(
        who,
        workspace,
        id,
        version,
        act,
        last ->
            new JdbcActions.Content(
                step, last.terms(), last.done(), last.reviewOn(), last.review()));
  }

  private void next(
      SignedIn who,
      WorkspaceId workspace,
      ActionId id,
      int version,
      String act,
      Function<Action, JdbcActions.Content> content) {
    processes.change(
        who,
        Act.in(workspace, act, id.value()),
        () -> {
          workspaces.require(who, workspace, Writers.WRITERS);
          var versions = actions.history(workspace, id);
          if (versions.isEmpty()) {
            throw new NotThere();
          }
          Action last = versions.getLast();
          actions.add(who, workspace, last.issue(), id, version, content.apply(last));
        });
  }

  private void requireMember(WorkspaceId workspace, ActionTerms terms) {
    if (workspaces.members(workspace).stream().noneMatch(m -> m.id().equals(terms.owner()))) {
      throw new Refused(
          "An action is owned by a member of this piece of work. Choose one of them.");
    }
  }

  private void planned(SignedIn who, WorkspaceId workspace, Issue issue) {
    var decision = issue.decision();
    var outcome = decision == null ? null : decision.outcome();
    if (outcome == null || outcome instanceof Outcome.NoAction) {
      outcomes.add(who, workspace, issue.id(), issue.decisionVersion(), new Outcome.Planned());
    }
  }
}
