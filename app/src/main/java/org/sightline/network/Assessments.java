package org.sightline.network;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.ThresholdDecision.Decision;
import org.sightline.network.ThresholdDecision.Question;
import org.sightline.network.ThresholdDecision.Said;
import org.sightline.network.map.ElementId;
import org.springframework.stereotype.Component;

/// Prompts for a peer or context assessment after mapping, and what people decided (B47 to B50).
/// Sightline asks and keeps the answers; it works out nothing about a child.
@Component
public class Assessments {

  private final Processes processes;
  private final Workspaces workspaces;
  private final JdbcExercises exercises;
  private final OpenExercises open;
  private final JdbcMappingSessions sessions;
  private final JdbcAssessments assessments;
  private final MapTargets targets;
  private final Maps maps;

  Assessments(
      Processes processes,
      Workspaces workspaces,
      JdbcExercises exercises,
      OpenExercises open,
      JdbcMappingSessions sessions,
      JdbcAssessments assessments,
      MapTargets targets,
      Maps maps) {
    this.processes = processes;
    this.workspaces = workspaces;
    this.exercises = exercises;
    this.open = open;
    this.sessions = sessions;
    this.assessments = assessments;
    this.targets = targets;
    this.maps = maps;
  }

  /// All decisions, those that were taken back too, the last first; none about somebody whose
  /// record is closed to the reader.
  ///
  /// @throws NotThere when it is not open to the reader, or no exercise
  public List<ThresholdDecision> of(SignedIn who, WorkspaceId work) {
    return processes.read(
        who,
        Act.in(work, "network.thresholds-read", work.value()),
        () -> {
          workspaces.require(who, work);
          exercises.head(work).orElseThrow(NotThere::new);
          return shown(who, work);
        });
  }

  /// What is still to be decided: nothing before a session was held; then every prompt without a
  /// decision that stands, or with "not yet".
  public List<Question> asked(SignedIn who, WorkspaceId work) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, work);
          if (sessions.of(work).stream().noneMatch(one -> one.isHeld() && !one.isOver())) {
            return List.of();
          }
          var decided = shown(who, work);
          return Arrays.stream(Question.values())
              .filter(
                  question ->
                      decided.stream()
                          .filter(one -> !one.isTakenBack() && one.said().question() == question)
                          .findFirst()
                          .map(one -> one.said().decision() == Decision.NOT_YET)
                          .orElse(true))
              .toList();
        });
  }

  /// Somebody is about to write down what was decided.
  ///
  /// @throws Refused when the exercise is closed, with what to do
  public void requireOpen(SignedIn who, WorkspaceId work) {
    processes.look(
        who,
        () -> {
          open.require(work);
          return true;
        });
  }

  /// Writes down what was decided.
  ///
  /// @param element what on the map it is about, or `null` for the whole exercise
  /// @throws NotThere when that is not on the map
  /// @throws Refused when the exercise is closed
  public UUID decide(SignedIn who, WorkspaceId work, @Nullable ElementId element, Said said) {
    UUID id = UUID.randomUUID();
    processes.change(
        who,
        Act.in(work, "network.threshold-decided", id).with(said.question().name()),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          exercises.head(work).orElseThrow(NotThere::new);
          open.require(work);
          if (element != null) {
            MapActions.require(maps.open(who, work), element);
          }
          assessments.add(who, work, id, element, said);
        });
    return id;
  }

  /// Takes a decision back, or says it again.
  ///
  /// @throws Refused when the exercise is closed
  public void takeBack(SignedIn who, WorkspaceId work, UUID id, boolean back) {
    processes.change(
        who,
        Act.in(work, back ? "network.threshold-taken-back" : "network.threshold-said-again", id),
        () -> {
          workspaces.require(who, work, Casework.WORKERS);
          open.require(work);
          if (shown(who, work).stream().noneMatch(one -> one.id().equals(id))
              || !assessments.takeBack(who, work, id, back)) {
            throw new NotThere();
          }
        });
  }

  private List<ThresholdDecision> shown(SignedIn who, WorkspaceId work) {
    var kept = targets.keptFrom(who, work);
    return assessments.of(work).stream()
        .filter(one -> one.element() == null || !kept.contains(one.element().value()))
        .toList();
  }
}
