package org.sightline.network.taking;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.access.TwoPeople.Asked;
import org.sightline.network.ManyPeople;
import org.sightline.network.ManyPeople.Named;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Words;

/// That so many people take a second person, and how far that is.
public record ManyPage(Named named, @Nullable Asked asked, Answers form) {

  public String base() {
    return "/network/maps/" + named.work();
  }

  public String action() {
    return base() + "/copies/second-person";
  }

  public boolean isAsked() {
    return asked != null;
  }

  public boolean isAgreed() {
    return asked != null && asked.isAgreed();
  }

  public String question() {
    return "/second-person/" + Objects.requireNonNull(asked).id();
  }

  /// How far it is.
  public String said(Words words) {
    if (asked == null) {
      return words.say("network.many.ask", named.count(), ManyPeople.MOST_ALONE);
    }
    String until = Dates.moment(asked.until());
    return asked.isAgreed()
        ? words.say("network.many.agreed", named.count(), asked.agreer(), until)
        : words.say("network.many.asked", named.count(), until);
  }
}
