package org.sightline.engagement.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.concerns.ConcernForm;
import org.sightline.concerns.Naming;
import org.sightline.engagement.planning.DayWords;
import org.sightline.engagement.planning.Question;
import org.sightline.engagement.planning.Questions;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionDetails.Sitting;
import org.sightline.engagement.planning.SessionNames;
import org.sightline.engagement.running.RunSheet;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Fills the printed pages with their words: who is named, which day is the last, which questions
/// are asked. A telephone number the school does not keep is a line to write on.
@Component
class PackWords {

  private static final String LINE = "____________________";

  private final Rounds rounds;
  private final Questions questions;
  private final SessionNames names;
  private final Naming naming;
  private final ConcernForm concernForm;
  private final Sites sites;
  private final Words words;

  PackWords(
      Rounds rounds,
      Questions questions,
      SessionNames names,
      Naming naming,
      ConcernForm concernForm,
      Sites sites,
      Words words) {
    this.rounds = rounds;
    this.questions = questions;
    this.names = names;
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
    var named = names.of(who, session);
    var places = places(who, session, named);
    return new PackPrint(
        session,
        order,
        named,
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

  private Map<String, String> places(SignedIn who, Session session, SessionNames.Named named) {
    var places = new HashMap<>(naming.places(who, rounds.find(who, session.round()).school()));
    places.replaceAll((place, text) -> text.equals(words.say("concerns.phone")) ? LINE : text);
    places.putAll(named.places());
    places.put("studentUrl", siteAddress());
    places.put("date", DayWords.of(session.details().heldOn()));
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
