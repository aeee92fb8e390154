package org.sightline.network.versions;

import org.sightline.access.Users;
import org.sightline.network.SealedMap;
import org.sightline.web.Dates;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// What a version is called: its number, its kind of meeting and the day (B92).
@Component
class Namings {

  private final Users users;
  private final Words words;

  Namings(Users users, Words words) {
    this.users = users;
    this.words = words;
  }

  String of(SealedMap version) {
    return words.say(
        "network.version.name",
        version.number(),
        words.say("network.session." + version.kind()),
        Dates.weekday(version.day()));
  }

  VersionsPage.Line line(SealedMap version) {
    return new VersionsPage.Line(
        version.id().toString(),
        of(version),
        words.say("network.version.sealed", users.nameOf(version.by()), Dates.moment(version.at())),
        version.isOver(),
        version.because());
  }
}
