package org.sightline.engagement.results.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sightline.engagement.planning.Coverage;
import org.sightline.engagement.planning.Coverage.Reach;
import org.sightline.engagement.planning.RoundPage;
import org.sightline.engagement.planning.Session;
import org.sightline.web.Words;

/// Which school years a round's sessions reach, and which not yet (A19). It comes from planning and
/// has no numbers of young people: how many of a year took part would be a small count.
///
/// @param perhaps a session of the key stage is there, and nobody wrote down which years come
public record HeardYears(
    List<Integer> heard, List<Integer> perhaps, List<Integer> planned, List<Integer> notYet) {

  public HeardYears {
    heard = List.copyOf(heard);
    perhaps = List.copyOf(perhaps);
    planned = List.copyOf(planned);
    notYet = List.copyOf(notYet);
  }

  static HeardYears of(List<Session> sessions) {
    var years = Coverage.of(sessions, Map.of()).years();
    return new HeardYears(
        with(years, Reach.HEARD),
        with(years, Reach.PERHAPS),
        with(years, Reach.PLANNED),
        with(years, Reach.NOT_YET));
  }

  /// A sentence for each kind that has years in it.
  public List<String> sentences(Words words) {
    var said = new ArrayList<String>();
    say(said, words, "heard", heard);
    say(said, words, "perhaps", perhaps);
    say(said, words, "planned", planned);
    say(said, words, "not-yet", notYet);
    return List.copyOf(said);
  }

  private static void say(List<String> said, Words words, String kind, List<Integer> years) {
    if (!years.isEmpty()) {
      var number = years.size() == 1 ? ".one" : ".many";
      var key = "engagement.results.heard." + kind + number;
      said.add(words.say(key, RoundPage.inWords(years)));
    }
  }

  private static List<Integer> with(List<Coverage.Year> years, Reach reach) {
    return years.stream().filter(each -> each.reach() == reach).map(Coverage.Year::year).toList();
  }
}
