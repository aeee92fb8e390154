package org.sightline.network.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sightline.network.map.Change;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.web.Answers;

/// What a form about a line sends.
final class Reporting {

  private Reporting() {}

  /// Who says so of a line, as it was answered; what was left open is left out.
  static List<Change> changes(ElementId report, ElementId line, Map<Field, String> answers) {
    var changes = new ArrayList<Change>();
    changes.add(new Change(report, Field.ON, line.toString()));
    answers.forEach(
        (field, value) -> {
          if (!value.isEmpty()) {
            changes.add(new Change(report, field, value));
          }
        });
    return changes;
  }

  /// The last entry the page showed; tampered with, none.
  static long seen(Answers form) {
    try {
      return Math.max(0, Long.parseLong(form.value("seen")));
    } catch (NumberFormatException tampered) {
      return 0;
    }
  }
}
