package org.sightline.engagement.keying;

import java.util.List;
import org.sightline.engagement.marks.ClassCode;
import org.sightline.engagement.marks.OpenSheet;
import org.sightline.engagement.marks.Staging;
import org.sightline.engagement.planning.Session;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.springframework.stereotype.Component;

/// The plan of an open session as its class has it on paper, so that keying follows the same
// places.
@Component
class OpenSheets {

  private final Staging staging;

  OpenSheets(Staging staging) {
    this.staging = staging;
  }

  /// @throws Refused when the session is not open
  OpenSheet of(Session session) {
    return switch (staging.behind(new ClassCode(session.classCode()))) {
      case Staging.Door.Open open -> open.sheet();
      case Staging.Door.NotOpenYet early ->
          throw new Refused(
              "This session has not started: there are no maps to key yet. Start it on its set-up page.");
      case Staging.Door.Closed closed ->
          throw new Refused(
              "This session is closed: its labels are forgotten, and nothing more can be keyed for it.");
      case Staging.Door.Unknown unknown -> throw new NotThere();
    };
  }

  byte[] picture(Session session, int floor) {
    return staging.picture(new ClassCode(session.classCode()), floor).orElseThrow(NotThere::new);
  }

  /// The sheets whose two keyings differ.
  static List<Difference> differences(List<KeyedSheet> all) {
    return all.stream()
        .filter(sheet -> sheet.pass() == Pass.FIRST)
        .flatMap(
            first ->
                all.stream()
                    .filter(
                        second ->
                            second.pass() == Pass.SECOND
                                && second.label().equals(first.label())
                                && !second.reading().equals(first.reading()))
                    .map(second -> Difference.between(first, second)))
        .toList();
  }
}
