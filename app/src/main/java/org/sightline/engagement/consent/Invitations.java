package org.sightline.engagement.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sightline.engagement.planning.Filled;

/// Reads a pasted list: one young person a line, a name and perhaps an age.
final class Invitations {

  private static final Pattern LINE = Pattern.compile("(.{1,100}?)(?:[,;\\t ]+(\\d{1,2}))?");

  private Invitations() {}

  static List<Register.Invited> read(Filled filled, String field) {
    var invited = new ArrayList<Register.Invited>();
    var lines = filled.text(field).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty()) {
      filled.problem(field, "Write at least one name, for example: Juniper Example, 13.");
    }
    for (int i = 0; i < lines.size(); i++) {
      var found = LINE.matcher(lines.get(i));
      try {
        if (!found.matches()) {
          throw new IllegalArgumentException();
        }
        var age = found.group(2) == null ? null : Integer.valueOf(found.group(2));
        invited.add(new Register.Invited(found.group(1).strip(), age));
      } catch (IllegalArgumentException unreadable) {
        filled.problem(
            field,
            "Line %d cannot be read. Write a name of up to 100 letters and, after a comma, an age from 7 to 25."
                .formatted(i + 1));
      }
    }
    return invited;
  }
}
