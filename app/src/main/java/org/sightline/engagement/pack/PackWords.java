package org.sightline.engagement.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sightline.access.Colleague;
import org.sightline.concerns.ConcernForm;
import org.sightline.concerns.Naming;
import org.sightline.engagement.planning.Question;
import org.sightline.engagement.planning.Questions;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionDetails.Sitting;
import org.sightline.engagement.running.RunSheet;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Dates;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Fills the printed pages with their words: who is named, which day is the last, which questions
/// are asked. Telephone numbers are lines to write on: nobody has to keep them here.
@Component
class PackWords {

  private static final String LINE = "____________________";

  private final Rounds rounds;
  private final Questions questions;
  private final Naming naming;
  private final ConcernForm concernForm;
  private final Sites sites;
  private final Words words;

  PackWords(
      Rounds rounds,
      Questions questions,
      Naming naming,
      ConcernForm concernForm,
      Sites sites,
      Words words) {
    this.rounds = rounds;
    this.questions = questions;
    this.naming = naming;
    this.concernForm = concernForm;
    this.sites = sites;
    this.words = words;
  }

  PackPrint fill(
      SignedIn who,
      Session session,
      Order order,
      List<PaperFloor> floors,
      List<PaperFloor> largeFloors,
      List<PaperSheet> largeSheets) {
    var team = rounds.team(who, session.round());
    var places = places(who, session, team);
    return new PackPrint(
        session,
        order,
        places,
        siteAddress(),
        team,
        floors,
        largeFloors,
        largeSheets,
        concernForm.questions(),
        questions(who, session),
        RunSheet.of(session.details()).filled(text -> Words.fillIn(text, places)));
  }

  private Map<String, String> places(SignedIn who, Session session, List<Colleague> team) {
    var places = new HashMap<>(naming.places(who, rounds.find(who, session.round()).school()));
    var plan = session.responsePlan();
    String staffMember =
        team.stream()
            .filter(member -> plan != null && member.id().equals(plan.lead()))
            .map(Colleague::name)
            .findFirst()
            .orElse(places.getOrDefault("lead", ""));
    String facilitators =
        team.stream()
            .filter(member -> session.facilitators().containsKey(member.id()))
            .map(Colleague::name)
            .collect(Collectors.joining(words.say("engagement.pack.and")));
    places.put("staffMember", staffMember);
    places.put(
        "facilitators",
        facilitators.isEmpty() ? words.say("engagement.running.facilitators") : facilitators);
    places.put("quietPlace", words.say("engagement.running.quiet-place"));
    places.put("feedbackDate", Dates.weekday(rounds.find(who, session.round()).tellBy()));
    places.put("lastDay", Dates.weekday(session.lastDay()));
    places.put("date", Dates.weekday(session.details().heldOn()));
    places.put("councilPhone", LINE);
    places.put("designatedOfficerPhone", LINE);
    return places;
  }

  /// Nothing where only this computer reaches the student site: then the slip box is the way.
  private String siteAddress() {
    var url = sites.studentUrl();
    boolean here = "localhost".equals(url.getHost());
    return here ? "" : url.toString().replaceFirst("^https?://", "");
  }

  private List<Question> questions(SignedIn who, Session session) {
    boolean isShort = session.details().sitting() == Sitting.THIRTY_MINUTES;
    return questions.of(
        who, session.round(), isShort ? Question.Kind.IN_SESSION : Question.Kind.DISCUSSION);
  }
}
