package org.sightline.engagement.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sightline.access.Workspaces;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.plans.CouncilContacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The nine set-up steps of a session (A10): reading them, and saving one.
@Component
public class SetUp {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final Set<String> CARRIED =
      Set.of(
          "slot-minutes",
          "who-asks",
          "who-notes",
          "leaving-place",
          "leaving-adult",
          "way-in",
          "devices",
          "keyer",
          "maps-locked",
          "forms-locked",
          "slip-box",
          "slip-box-keeper",
          "plan-owner",
          "council-writer",
          "response.deputy",
          "response.if-about-lead");

  private final Sessions sessions;
  private final JdbcSessions rows;
  private final JdbcAnswers answers;
  private final Processes processes;
  private final Workspaces workspaces;
  private final ObjectProvider<ConsentProgress> consent;
  private final CouncilContacts council;
  private final Clock clock;

  SetUp(
      Sessions sessions,
      JdbcSessions rows,
      JdbcAnswers answers,
      Processes processes,
      Workspaces workspaces,
      ObjectProvider<ConsentProgress> consent,
      CouncilContacts council,
      Clock clock) {
    this.sessions = sessions;
    this.rows = rows;
    this.answers = answers;
    this.processes = processes;
    this.workspaces = workspaces;
    this.consent = consent;
    this.council = council;
    this.clock = clock;
  }

  /// The session with its answers.
  ///
  /// @throws org.sightline.kernel.NotThere when there is none, or it is not open to the reader
  public SetUpState of(SignedIn who, SessionId id) {
    return processes.look(who, () -> state(who, id));
  }

  /// Like [#of], for the page that says which students were talked about: the read is recorded.
  public SetUpState participants(SignedIn who, SessionId id) {
    var session = sessions.find(who, id);
    return processes.read(
        who,
        Act.in(session.round(), "engagement.participants-read", id.value()),
        () -> state(who, id));
  }

  /// Saves one step, in one piece.
  ///
  /// @param basedOn version of the session the person had before them
  /// @throws Stale when somebody saved another since
  public void save(SignedIn who, SessionId id, int basedOn, String step, StepChange change) {
    SetUpSteps.shipped().step(step);
    var round = sessions.find(who, id).round();
    processes.change(
        who,
        Act.in(round, "engagement.step-saved", id.value()).with("step: " + step),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER, Role.FACILITATOR);
          sessions.keep(who, id, basedOn, step, change);
          keepAnswers(who, id, change.answers());
        });
  }

  /// Takes over from another session of the round what is likely to be the same: who leads, the
  /// response plan, the minutes, the room, and where things are kept. Nothing about students and no
  /// answer to a prompt. No step is ticked: somebody looks at each.
  public void carryOver(SignedIn who, SessionId from, SessionId to) {
    var round = sessions.find(who, to).round();
    processes.change(
        who,
        Act.in(round, "engagement.set-up-carried-over", to.value()),
        () -> {
          workspaces.require(who, round, Role.ROUND_OWNER, Role.FACILITATOR);
          var old = rows.find(from);
          var made = rows.find(to);
          if (!old.round().equals(round)) {
            throw new NotThere();
          }
          sessions.carryOver(old, made);
          var same = new HashMap<String, String>();
          answers
              .of(from)
              .forEach(
                  (field, answer) -> {
                    if (CARRIED.contains(field)) {
                      same.put(field, answer.text());
                    }
                  });
          keepAnswers(who, to, same);
        });
  }

  private void keepAnswers(SignedIn who, SessionId id, Map<String, String> given) {
    var session = rows.find(id);
    var before = answers.of(id);
    var today = LocalDate.now(clock.withZone(LONDON));
    given.forEach(
        (field, text) -> {
          var old = before.get(field);
          if (!text.strip().equals(old == null ? "" : old.text())) {
            answers.add(session, field, text, forLeads(field), today, who.user());
          }
        });
  }

  /// The reason for a swap names a student as likely as not (A18).
  private static boolean forLeads(String field) {
    return field.equals("prompt.swap")
        || SetUpSteps.shipped().fields().stream()
            .anyMatch(known -> known.id().equals(field) && known.forLeads());
  }

  private SetUpState state(SignedIn who, SessionId id) {
    var session = rows.find(id);
    var progress = consent.getIfAvailable();
    return new SetUpState(
        session,
        answers.of(id),
        progress == null ? new ConsentProgress.Forms(0, 0, 0) : progress.progress(id),
        council.arePlacesCovered(workspaces.schoolOf(session.round())),
        workspaces.members(session.round()),
        workspaces.roles(who, session.round()));
  }
}
