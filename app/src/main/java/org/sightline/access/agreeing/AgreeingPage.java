package org.sightline.access.agreeing;

import java.util.List;
import org.sightline.access.TwoPeople.Asked;
import org.sightline.web.Words;

/// What takes two, as one of them sees it: all of it, or one.
///
/// @param mine the ids of what the reader asked themselves
/// @param asksFirst whether looking at it asks first what the piece of work is open for
public record AgreeingPage(List<Asked> all, List<String> mine, boolean asksFirst) {

  public AgreeingPage {
    all = List.copyOf(all);
    mine = List.copyOf(mine);
  }

  public Asked one() {
    return all.getFirst();
  }

  public String what(Words words, Asked asked) {
    return words.say(asked.matter().kind().replaceFirst("\\.", ".two."));
  }

  public String state(Words words, Asked asked) {
    if (asked.used()) {
      return words.say("access.two.state.used", asked.agreer());
    }
    if (!asked.inTime()) {
      return words.say("access.two.state.over");
    }
    return asked.isAgreed()
        ? words.say("access.two.state.agreed", asked.agreer())
        : words.say("access.two.state.open");
  }

  public boolean isMine(Asked asked) {
    return mine.contains(asked.id().toString());
  }
}
