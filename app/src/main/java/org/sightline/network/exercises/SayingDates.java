package org.sightline.network.exercises;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.sightline.access.Users;
import org.sightline.clocks.DueDate;
import org.sightline.network.DateConflicts;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Says dates in words.
@Component
class SayingDates {

  private final Words words;
  private final Users users;
  private final Clock clock;

  SayingDates(Words words, Users users, Clock clock) {
    this.words = words;
    this.users = users;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
  }

  ExercisePage.DateLine line(DueDate date) {
    var light = date.light(today());
    return new ExercisePage.DateLine(
        date.slot(),
        name(date.slot()),
        (date.settled() ? "" : words.say("network.date.latest") + " ") + Dates.weekday(date.due()),
        light(date, light),
        tag(light),
        said(date.said()),
        date.explanation() + " " + words.say("network.date.source", date.rule(), date.source()));
  }

  /// "The second review" is a review with a number.
  String name(String slot) {
    int dash = slot.indexOf('-');
    return dash < 0
        ? words.say("network.slot." + slot)
        : words.say("network.slot." + slot.substring(0, dash), slot.substring(dash + 1));
  }

  private String light(DueDate date, DueDate.Light light) {
    long late = date.daysLate(today());
    var missed = date.missed();
    String said =
        late > 0
            ? words.say("network.light." + light + (late == 1 ? ".day" : ".days"), late)
            : words.say("network.light." + light);
    return missed == null
        ? said
        : said + ". " + words.say("network.date.missed", Dates.weekday(missed));
  }

  String said(DueDate.Said said) {
    var by = said.by();
    var at = said.at();
    if (said.kind() == DueDate.Kind.OPEN || by == null || at == null) {
      return "";
    }
    var day = said.day();
    String what =
        day == null
            ? words.say("network.said.EXEMPT", String.valueOf(said.because()))
            : words.say("network.said." + said.kind(), Dates.weekday(day));
    return what + " " + words.say("network.said.by", users.nameOf(by), Dates.moment(at));
  }

  String conflict(DateConflicts.Conflict conflict) {
    var arguments = new java.util.ArrayList<Object>();
    arguments.add(name(conflict.slot()));
    conflict.days().forEach(day -> arguments.add(Dates.weekday(day)));
    return words.say("network.conflict." + conflict.kind(), arguments.toArray());
  }

  private static String tag(DueDate.Light light) {
    return switch (light) {
      case ON_TRACK -> "govuk-tag--blue";
      case AT_RISK -> "govuk-tag--yellow";
      case OVERDUE, DONE_LATE -> "govuk-tag--red";
      case DONE -> "govuk-tag--green";
      case EXEMPT, STOPPED -> "govuk-tag--grey";
    };
  }
}
