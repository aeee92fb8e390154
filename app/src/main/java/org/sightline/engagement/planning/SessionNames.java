package org.sightline.engagement.planning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.access.Workspaces;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Whom and what the words of one session name. Run sheet, printed pack and consent forms all ask
/// here, so that no two papers of a session name different people: whoever the response plan names
/// for the day comes first, and those who hold the role stand in where it names nobody (A08, A09,
/// A22; practice.md 6, "the deputy on site today").
@Component
public class SessionNames {

  /// What stands in for a place must fit on one line of a slip.
  private static final int LONGEST_PLACE = 60;

  private final JdbcAnswers answers;
  private final JdbcRounds rounds;
  private final Processes processes;
  private final Workspaces workspaces;
  private final Words words;

  SessionNames(
      JdbcAnswers answers,
      JdbcRounds rounds,
      Processes processes,
      Workspaces workspaces,
      Words words) {
    this.answers = answers;
    this.rounds = rounds;
    this.processes = processes;
    this.workspaces = workspaces;
    this.words = words;
  }

  /// What a session's words name.
  ///
  /// @param places values for the named places, such as `lead`, `deputy`, `quietPlace`, `slipBox`
  /// @param toldFirst the person the response plan names, or `null` while it names nobody who still
  ///     works on the round
  /// @param deputy the deputy it names for the day, or `null`
  /// @param pathway how a concern is passed on, or `null`
  /// @param ifAboutLead the way round the lead and the head, or `null`
  /// @param slipBoxKeeper who empties the slip box, or `null`
  public record Named(
      Map<String, String> places,
      @Nullable String toldFirst,
      @Nullable String deputy,
      @Nullable String pathway,
      @Nullable String ifAboutLead,
      @Nullable String slipBoxKeeper) {

    public Named {
      places = Map.copyOf(places);
    }
  }

  /// Of a session that was found for the reader; what is not open to them stays unnamed.
  public Named of(SignedIn who, Session session) {
    return processes.look(
        who,
        () ->
            named(
                session,
                rounds.find(session.round()),
                workspaces.members(session.round()),
                answers.of(session.id())));
  }

  private Named named(
      Session session, Round round, List<Colleague> team, Map<String, Answer> answered) {
    var plan = session.responsePlan();
    String toldFirst = plan == null ? null : nameOf(team, plan.lead());
    String lead = toldFirst == null ? holding(team, Role.SAFEGUARDING_LEAD) : toldFirst;
    String deputy = text(answered, StepForm.DEPUTY);
    String quietPlace = place(answered, "leaving-place");
    String quietAdult = place(answered, "leaving-adult");
    String slipBox = place(answered, "slip-box");
    String facilitators =
        Stream.concat(
                team.stream()
                    .filter(member -> session.facilitators().contains(member.id()))
                    .map(Colleague::name),
                Stream.ofNullable(place(answered, SetUpState.STUDENT_FACILITATOR)))
            .collect(Collectors.joining(words.say("concerns.and")));
    return new Named(
        Map.of(
            "lead", lead,
            "deputy", deputy == null ? holding(team, Role.DEPUTY_LEAD) : deputy,
            "staffMember", lead,
            "facilitators",
                facilitators.isEmpty()
                    ? words.say("engagement.running.facilitators")
                    : facilitators,
            "quietPlace",
                quietPlace == null ? words.say("engagement.running.quiet-place") : quietPlace,
            "quietAdult", quietAdult == null ? lead : quietAdult,
            "slipBox",
                slipBox == null
                    ? words.say("engagement.pack.box")
                    : words.say("engagement.pack.box-at", slipBox),
            "feedbackDate", DayWords.of(round.tellBy()),
            "lastDay", DayWords.of(session.lastDay())),
        toldFirst,
        deputy,
        plan == null ? null : plan.pathway(),
        text(answered, StepForm.IF_ABOUT_LEAD),
        text(answered, "slip-box-keeper"));
  }

  private static @Nullable String nameOf(List<Colleague> team, UserId user) {
    return team.stream()
        .filter(member -> member.id().equals(user))
        .map(Colleague::name)
        .findFirst()
        .orElse(null);
  }

  /// Those who hold a role on the round, or the role's own name where nobody does.
  private String holding(List<Colleague> team, Role role) {
    String names =
        team.stream()
            .filter(member -> member.roles().contains(role))
            .map(Colleague::name)
            .sorted()
            .collect(Collectors.joining(words.say("concerns.or")));
    return names.isEmpty() ? words.say("concerns.role." + role.name()) : names;
  }

  /// A place, or a name, as it can stand in the middle of a sentence on paper, or `null` where
  /// there is none or it would not fit.
  private static @Nullable String place(Map<String, Answer> answered, String field) {
    return Stream.ofNullable(text(answered, field))
        .map(text -> text.replaceFirst("[.;,]+$", ""))
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_PLACE)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String text(Map<String, Answer> answered, String field) {
    var answer = answered.get(field);
    return answer == null ? null : answer.text().strip();
  }
}
