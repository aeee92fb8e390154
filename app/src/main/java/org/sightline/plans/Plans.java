package org.sightline.plans;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The door of the module for features: raise issues, ask which have no outcome, and read what
/// students may be told.
///
/// Every method is a process of its own and may also be called inside one of the caller's, whose
/// transaction it then joins. Who may: the round's owner, the safeguarding lead, the deputy and the
/// head of the workspace; a facilitator of it reads all but sensitive issues. Everybody else gets
/// [org.sightline.kernel.NotThere].
@Component
public class Plans {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcIssues issues;
  private final StudentWords studentWords;
  private final ObjectProvider<PlannedWork> work;

  Plans(
      Processes processes,
      Workspaces workspaces,
      JdbcIssues issues,
      StudentWords studentWords,
      ObjectProvider<PlannedWork> work) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.issues = issues;
    this.studentWords = studentWords;
    this.work = work;
  }

  /// Everything in the plan, what has no outcome first.
  public List<Issue> issuesOf(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () -> {
          var held = workspaces.require(who, workspace, Writers.READERS);
          return issues.of(workspace, held);
        });
  }

  /// Raises an issue, or finds the one raised before for the same workspace, zone and source. An
  /// issue that is raised again on a sensitive route goes on that route (practice.md, 8); nothing
  /// else of it changes, and it never comes off the route this way.
  public IssueId raiseIssue(SignedIn who, WorkspaceId workspace, NewIssue issue) {
    var before =
        processes.look(
            who,
            () -> {
              workspaces.require(who, workspace, Writers.WRITERS);
              return before(workspace, issue);
            });
    if (before.isPresent()) {
      return raiseAgain(who, workspace, before.get(), issue);
    }
    var id = IssueId.random();
    return processes.change(
        who,
        Act.in(workspace, "plans.issue-raised", id.value()),
        () -> issues.add(who, workspace, id, issue) ? id : before(workspace, issue).orElseThrow());
  }

  /// Issues nobody has decided about yet, or whose planned actions were all taken out (A33).
  public List<Issue> withoutOutcome(SignedIn who, WorkspaceId workspace) {
    return issuesOf(who, workspace).stream().filter(issue -> !issue.hasOutcome()).toList();
  }

  /// What the plan still lacks (A33, A66), as far as the reader may see it.
  public Unfinished unfinished(SignedIn who, WorkspaceId workspace) {
    return Unfinished.of(issuesOf(who, workspace));
  }

  /// The outcomes of each zone, of all its issues; a zone without any is not in the map.
  public Map<UUID, List<OutcomeKind>> outcomesByZone(SignedIn who, WorkspaceId workspace) {
    return byZone(who, workspace).entrySet().stream()
        .map(
            zone ->
                Map.entry(
                    zone.getKey(),
                    zone.getValue().stream()
                        .flatMap(issue -> issue.outcome().stream())
                        .map(Outcome::kind)
                        .distinct()
                        .sorted()
                        .toList()))
        .filter(zone -> !zone.getValue().isEmpty())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Zones with at least one measure, as the hottest need (A66).
  public List<UUID> zonesWithMeasure(SignedIn who, WorkspaceId workspace) {
    return byZone(who, workspace).entrySet().stream()
        .filter(zone -> zone.getValue().stream().anyMatch(Issue::hasMeasure))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// What students may be told (A37, A68): see [YouSaidWeDid].
  public YouSaidWeDid youSaidWeDid(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () -> {
          var held = workspaces.require(who, workspace, Writers.READERS);
          return studentWords.of(workspace, issues.of(workspace, held));
        });
  }

  /// What was done about each zone, in the words students may be told; a zone of which nothing may
  /// be told is not in the map (A69).
  public Map<UUID, List<String>> doneByZone(SignedIn who, WorkspaceId workspace) {
    var told = new java.util.TreeMap<UUID, List<String>>();
    processes.look(
        who,
        () -> {
          byZone(who, workspace)
              .forEach(
                  (zone, issues) -> {
                    var did = studentWords.of(workspace, issues).did();
                    if (!did.isEmpty()) {
                      told.put(
                          zone, did.stream().map(YouSaidWeDid.Line::answer).distinct().toList());
                    }
                  });
          return true;
        });
    return Map.copyOf(told);
  }

  /// What the plan is of, as its feature says; empty when no feature knows the workspace.
  public Optional<PlannedWork.About> about(SignedIn who, WorkspaceId workspace) {
    return processes.look(
        who,
        () ->
            work.orderedStream()
                .flatMap(feature -> feature.about(who, workspace).stream())
                .findFirst());
  }

  private Optional<IssueId> before(WorkspaceId workspace, NewIssue issue) {
    var zone = issue.zone();
    return zone == null ? Optional.empty() : issues.raised(workspace, zone, issue.source());
  }

  private IssueId raiseAgain(SignedIn who, WorkspaceId workspace, IssueId id, NewIssue again) {
    var route = again.text().route();
    var held = processes.look(who, () -> issues.find(workspace, id));
    if (route != null && !held.text().isSensitive()) {
      processes.change(
          who,
          Act.in(workspace, "plans.issue-put-on-route", id.value()),
          () -> issues.reword(who, workspace, id, held.version(), held.text().onRoute(route)));
    }
    if (held.hottest() != again.hottest() && again.source() == Source.MARKS) {
      processes.change(
          who,
          Act.in(workspace, "plans.issue-ranked", id.value()),
          () -> {
            issues.mark(id, again.hottest());
            return true;
          });
    }
    return id;
  }

  private Map<UUID, List<Issue>> byZone(SignedIn who, WorkspaceId workspace) {
    return issuesOf(who, workspace).stream()
        .filter(issue -> issue.zone() != null)
        .collect(Collectors.groupingBy(issue -> java.util.Objects.requireNonNull(issue.zone())));
  }
}
