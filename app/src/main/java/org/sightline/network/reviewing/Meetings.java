package org.sightline.network.reviewing;

import org.sightline.network.MappingSession;
import org.sightline.web.Dates;
import org.sightline.web.Words;

/// What a meeting is called: its kind and its day.
final class Meetings {

  private Meetings() {}

  static String name(Words words, MappingSession session) {
    String kind = words.say("network.session." + session.kind());
    var day = session.day();
    return day == null ? kind : words.say("network.meeting.name", kind, Dates.weekday(day));
  }
}
