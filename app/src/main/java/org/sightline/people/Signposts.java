package org.sightline.people;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.sightline.audit.Act;
import org.sightline.audit.Alerts;
import org.sightline.audit.Processes;
import org.sightline.audit.SystemProcesses;
import org.sightline.documents.Notices;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.store.Sealing;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// "Is this young person known to any team?", asked from outside: the answer is whom to ask, or
/// that nothing is known to which anybody may be sent. Question and answer are recorded, and the
/// chair of the piece of work is told that somebody asked.
@Component
public class Signposts {

  /// Enough for a duty desk, and not for going through a list of names.
  static final int MOST_IN_AN_HOUR = 10;

  static final int MOST_IN_A_DAY = 30;

  private static final String WAITS = "people.signpost-question";

  private final Processes processes;
  private final SystemProcesses systemProcesses;
  private final JdbcSignposts signposts;
  private final JdbcIdentifiers identifiers;
  private final Search search;
  private final Sealing sealing;
  private final Alerts alerts;
  private final Notices notices;
  private final Words words;
  private final Clock clock;

  Signposts(
      Processes processes,
      SystemProcesses systemProcesses,
      JdbcSignposts signposts,
      JdbcIdentifiers identifiers,
      Search search,
      Sealing sealing,
      Alerts alerts,
      Notices notices,
      Words words,
      Clock clock) {
    this.processes = processes;
    this.systemProcesses = systemProcesses;
    this.signposts = signposts;
    this.identifiers = identifiers;
    this.search = search;
    this.sealing = sealing;
    this.alerts = alerts;
    this.notices = notices;
    this.words = words;
    this.clock = clock;
  }

  /// @param reason why they ask; the chair reads it
  /// @return the request, to be read back with [#asked]
  /// @throws Refused when they have asked too often; somebody is told
  public UUID ask(SignedIn who, LookUp lookUp, String reason) {
    UUID request = UUID.randomUUID();
    try {
      systemProcesses.change(
          who,
          Act.of("people.signpost-asked", request),
          () -> {
            if (signposts.askedWithin(who.user(), 1) >= MOST_IN_AN_HOUR
                || signposts.askedWithin(who.user(), 24) >= MOST_IN_A_DAY) {
              throw new Refused(words.say("people.signposts.too-many"));
            }
            signposts
                .ask(
                    request,
                    who,
                    search.hash(Search.terms(lookUp)),
                    reason,
                    lookUp instanceof LookUp.ByNumber,
                    index(lookUp))
                .forEach(
                    (question, work) ->
                        notices.tell(
                            work, Role.CHAIR, WAITS, "/people/signposts/questions", question));
            return true;
          });
    } catch (Refused tooMany) {
      raiseAlert(who);
      throw tooMany;
    }
    return request;
  }

  private void raiseAlert(SignedIn who) {
    systemProcesses.change(
        who,
        Act.of("people.signpost-refused", who.user().value()),
        () -> {
          alerts.raiseOnce(
              "mass-signposting",
              who.user().value(),
              null,
              who.user() + " " + clock.instant().truncatedTo(ChronoUnit.HOURS));
          return true;
        });
  }

  /// What somebody asked themselves, the last first.
  public List<Signpost> asked(SignedIn who) {
    return systemProcesses.look(() -> signposts.askedBy(who.user()));
  }

  /// The questions that came to the pieces of work the reader chairs.
  public List<SignpostQuestion> toAnswer(SignedIn who) {
    return processes.read(
        who, Act.of("people.signpost-questions-read", who.user().value()), signposts::toAnswer);
  }

  /// How many questions wait for an answer of the reader, as chair of this piece of work.
  public int waiting(SignedIn who, WorkspaceId workspace) {
    return processes.look(who, () -> signposts.waiting(workspace));
  }

  /// Whether any question waits for an answer of the reader, as chair of any piece of work.
  boolean isAsked(SignedIn who) {
    return processes.look(who, signposts::anyWaiting);
  }

  /// @throws NotThere when it is no question to the reader
  public void answer(SignedIn who, WorkspaceId workspace, MatchId id, Signpost.Answer answer) {
    processes.change(
        who,
        Act.in(workspace, "people.signpost-answered", id.value()).with(answer.name()),
        () -> {
          boolean mine =
              signposts.toAnswer().stream()
                  .anyMatch(one -> one.id().equals(id) && one.workspace().equals(workspace));
          if (!mine) {
            throw new NotThere();
          }
          signposts.answer(who, id, answer);
          notices.settled(WAITS, id.value());
        });
  }

  private byte[] index(LookUp lookUp) {
    return switch (lookUp) {
      case LookUp.ByNumber asked -> identifiers.index(asked.number());
      case LookUp.BySurnameAndBirth asked ->
          sealing.blindIndexOfPerson(JdbcPeople.SURNAME_BIRTH, asked.surname(), asked.born());
    };
  }
}
