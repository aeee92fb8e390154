package org.sightline.engagement.running;

import java.util.List;
import java.util.Map;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.Question;
import org.sightline.engagement.planning.Questions;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.SessionNames;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Reads all of a run sheet in one transaction: it is opened after every note, all through a
/// session, by everybody who runs one (R-10b).
@Component
class RunSheetOpenings {

  private final Processes processes;
  private final Sessions sessions;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final Questions questions;
  private final Runs runs;
  private final SessionNames names;
  private final Words words;

  RunSheetOpenings(
      Processes processes,
      Sessions sessions,
      Rounds rounds,
      FloorPlans plans,
      Questions questions,
      Runs runs,
      SessionNames names,
      Words words) {
    this.processes = processes;
    this.sessions = sessions;
    this.rounds = rounds;
    this.plans = plans;
    this.questions = questions;
    this.runs = runs;
    this.names = names;
    this.words = words;
  }

  /// The notes come last: with them an entry of the audit is written, for which everybody else's
  /// waits.
  ///
  /// @throws org.sightline.kernel.NotThere when the session is not open to the reader
  /// @throws Refused when it has not started
  RunSheetOpened of(SignedIn who, SessionId id) {
    return processes.look(
        who,
        () -> {
          Session found = sessions.find(who, id);
          if (found.state() == Session.State.PLANNED) {
            throw new Refused(words.say("engagement.running.not-started"));
          }
          var round = rounds.find(who, found.round());
          return new RunSheetOpened(
              found,
              round,
              plans.version(who, round.planVersion()).zones(),
              names.of(who, found),
              Map.of(
                  "discussion", asked(who, found, Question.Kind.DISCUSSION),
                  "inSession", asked(who, found, Question.Kind.IN_SESSION)),
              runs.of(who, found));
        });
  }

  private List<RunSheetPage.Question> asked(SignedIn who, Session session, Question.Kind kind) {
    return questions.of(who, session.round(), kind).stream()
        .map(q -> new RunSheetPage.Question(q.id().toString(), q.words(), q.hint()))
        .toList();
  }
}
