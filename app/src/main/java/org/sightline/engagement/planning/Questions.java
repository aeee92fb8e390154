package org.sightline.engagement.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.engagement.planning.Question.Kind;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/// The questions of a round (A03, A54). Until somebody changes one, they are the shipped examples;
/// with the first change the round gets copies of its own.
@Component
public class Questions {

  static final int MOST = 20;

  private final JdbcQuestions questions;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Clock clock;

  Questions(JdbcQuestions questions, Processes processes, Workspaces workspaces, Clock clock) {
    this.questions = questions;
    this.processes = processes;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /// The questions of a round in the order in which they are asked.
  public List<Question> of(SignedIn who, WorkspaceId round, Kind kind) {
    return processes.look(
        who,
        () -> {
          workspaces.require(who, round);
          return inForce(round, kind);
        });
  }

  /// The shipped examples the round does not ask at present.
  public List<Question> notAsked(SignedIn who, WorkspaceId round, Kind kind) {
    var asked = of(who, round, kind).stream().map(Question::source).toList();
    return Question.shipped(kind).stream().filter(q -> !asked.contains(q.source())).toList();
  }

  /// Adds a question at the end.
  ///
  /// @param source the shipped example it is a copy of, or `null` for one of the school's own
  public void add(
      SignedIn who,
      WorkspaceId round,
      Kind kind,
      @Nullable String source,
      String words,
      String hint) {
    var question = new Question(UUID.randomUUID(), kind, source, words.strip(), hint.strip());
    changing(
        who,
        round,
        "engagement.question-added",
        question.id(),
        () -> {
          var now = own(round, kind);
          if (now.size() >= MOST) {
            throw new Refused(
                "There are %d questions already: more than a session can ask. Remove one first."
                    .formatted(MOST));
          }
          questions.add(round, question);
        });
  }

  /// Says a question in other words. Its source stays, so that what is noted under it still counts.
  public void reword(
      SignedIn who, WorkspaceId round, Kind kind, UUID id, String words, String hint) {
    changing(
        who,
        round,
        "engagement.question-reworded",
        id,
        () -> {
          var old = find(own(round, kind), id, kind);
          questions.reword(new Question(old.id(), kind, old.source(), words.strip(), hint.strip()));
        });
  }

  /// Takes a question out. It can be added again from the examples.
  public void remove(SignedIn who, WorkspaceId round, Kind kind, UUID id) {
    changing(
        who,
        round,
        "engagement.question-removed",
        id,
        () -> {
          var now = own(round, kind);
          if (now.size() == 1) {
            throw new Refused(
                "This is the last question. Keep one, or write another first: the discussion needs"
                    + " something to start from.");
          }
          var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
          questions.remove(find(now, id, kind).id(), today);
        });
  }

  /// Moves a question one place.
  ///
  /// @param earlier whether it is asked earlier from now on, or later; at the end it stays
  public void move(SignedIn who, WorkspaceId round, Kind kind, UUID id, boolean earlier) {
    changing(
        who,
        round,
        "engagement.question-moved",
        id,
        () -> {
          var order = new ArrayList<>(own(round, kind));
          int from = order.indexOf(find(order, id, kind));
          int to = earlier ? from - 1 : from + 1;
          if (to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
          }
          questions.order(order);
        });
  }

  private void changing(
      SignedIn who, WorkspaceId round, String act, UUID question, Runnable change) {
    processes.change(
        who,
        Act.in(round, act, question),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER, Role.FACILITATOR);
          questions.lock(round);
          change.run();
        });
  }

  /// The round's own questions, copied from the examples when it has none yet.
  private List<Question> own(WorkspaceId round, Kind kind) {
    if (questions.of(round, kind).isEmpty()) {
      var examples = Question.shipped(kind);
      for (var example : examples) {
        questions.add(
            round,
            new Question(
                UUID.randomUUID(), kind, example.source(), example.words(), example.hint()));
      }
    }
    return questions.of(round, kind);
  }

  private List<Question> inForce(WorkspaceId round, Kind kind) {
    var own = questions.of(round, kind);
    return own.isEmpty() ? Question.shipped(kind) : own;
  }

  /// A page opened before the copies were made still names the example.
  private static Question find(List<Question> own, UUID id, Kind kind) {
    var example =
        Question.shipped(kind).stream()
            .filter(q -> q.id().equals(id))
            .map(Question::source)
            .findFirst();
    return own.stream()
        .filter(q -> q.id().equals(id) || (example.isPresent() && example.get().equals(q.source())))
        .findFirst()
        .orElseThrow(NotThere::new);
  }
}
