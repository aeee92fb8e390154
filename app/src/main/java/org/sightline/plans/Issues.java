package org.sightline.plans;

import java.util.List;
import org.sightline.access.Colleague;
import org.sightline.access.Users;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// One issue for the pages: read with its history, reworded, decided about.
@Component
public class Issues {

  private final Processes processes;
  private final Workspaces workspaces;
  private final Users users;
  private final JdbcIssues issues;
  private final JdbcOutcomes outcomes;
  private final StudentWords studentWords;

  Issues(
      Processes processes,
      Workspaces workspaces,
      Users users,
      JdbcIssues issues,
      JdbcOutcomes outcomes,
      StudentWords studentWords) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.users = users;
    this.issues = issues;
    this.outcomes = outcomes;
    this.studentWords = studentWords;
  }

  /// Whether the person may change the plan, or only read it.
  ///
  /// @throws NotThere when they may do neither
  public boolean mayWrite(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () -> {
          var held = workspaces.require(who, workspace, Writers.READERS);
          return Writers.seeSensitive(held);
        });
  }

  /// One issue. A sensitive one may speak of an adult, so that reading it is recorded.
  public Issue one(SignedIn who, WorkspaceId workspace, IssueId id) {
    var issue =
        processes.look(
            who,
            () -> {
              var held = workspaces.require(who, workspace, Writers.READERS);
              return issues.find(workspace, id, held);
            });
    return issue.text().isSensitive()
        ? processes.read(
            who, Act.in(workspace, "plans.sensitive-issue-read", id.value()), () -> issue)
        : issue;
  }

  public List<Decision> decisions(SignedIn who, WorkspaceId workspace, IssueId id) {
    return processes.look(
        who,
        () -> {
          requireReadable(who, workspace, id);
          return outcomes.of(workspace).getOrDefault(id.value(), List.of());
        });
  }

  /// @param text as it was; `version` says how many times it had been written by then
  public record Earlier(int version, IssueText text, UserId by, java.time.Instant at) {}

  public List<Earlier> wordings(SignedIn who, WorkspaceId workspace, IssueId id) {
    return processes.look(
        who,
        () -> {
          requireReadable(who, workspace, id);
          return issues.history(id).stream()
              .map(w -> new Earlier(w.version(), w.text(), w.by(), w.at()))
              .toList();
        });
  }

  /// The members an action can be given to.
  public List<Colleague> colleagues(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, workspace, Writers.READERS);
          return workspaces.members(workspace);
        });
  }

  public String nameOf(SignedIn who, UserId user) {
    return processes.look(who, () -> users.nameOf(user));
  }

  /// Whether words for students, or the name of a place, seem to name somebody.
  public boolean nameSomebody(
      SignedIn who, WorkspaceId workspace, @org.jspecify.annotations.Nullable String... texts) {
    return processes.look(who, () -> studentWords.nameSomebody(workspace, texts));
  }

  /// @param version the version that was on the page
  /// @throws org.sightline.kernel.Stale when somebody else saved first
  public void reword(SignedIn who, WorkspaceId workspace, IssueId id, int version, IssueText text) {
    processes.change(
        who,
        Act.in(workspace, "plans.issue-reworded", id.value()),
        () -> {
          workspaces.require(who, workspace, Writers.WRITERS);
          issues.find(workspace, id);
          issues.reword(who, workspace, id, version, text);
        });
  }

  /// Records an outcome that needs neither an action nor a letter: those record their own.
  ///
  /// @param version of the last decision that was on the page; 0 for none
  public void decide(
      SignedIn who, WorkspaceId workspace, IssueId id, int version, Outcome outcome) {
    processes.change(
        who,
        Act.in(workspace, "plans.outcome-recorded", id.value()).with(outcome.kind().name()),
        () -> {
          workspaces.require(who, workspace, Writers.WRITERS);
          var issue = issues.find(workspace, id);
          if (outcome instanceof Outcome.Planned && !issue.hasMeasure()) {
            throw new Refused(
                "A plan needs at least one action. Add an action first; the outcome follows from"
                    + " it.");
          }
          outcomes.add(who, workspace, id, version, outcome);
        });
  }

  /// Sets the last outcome aside; it stays in the history.
  public void setAside(SignedIn who, WorkspaceId workspace, IssueId id, int version) {
    processes.change(
        who,
        Act.in(workspace, "plans.outcome-set-aside", id.value()),
        () -> {
          workspaces.require(who, workspace, Writers.WRITERS);
          issues.find(workspace, id);
          outcomes.add(who, workspace, id, version, null);
        });
  }

  private void requireReadable(SignedIn who, WorkspaceId workspace, IssueId id) {
    issues.find(workspace, id, workspaces.require(who, workspace, Writers.READERS));
  }
}
