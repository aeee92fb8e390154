package org.sightline.people.copies;

import java.util.List;
import org.sightline.people.Recipients;
import org.sightline.people.Statement;
import org.sightline.web.Words;

/// A record as it goes out.
///
/// @param numbers as they are said
public record CopyPage(
    String workspace,
    String person,
    Recipients.Copy copy,
    String age,
    List<String> numbers,
    String toWhom) {

  /// Where a statement comes from; what another young person said or drew is withheld (practice.md,
  /// Safety 3).
  public String source(Words words, Statement statement) {
    var text = statement.text();
    return text.fromYoungPerson()
        ? words.say("people.source.withheld")
        : words.say("people.source.agency", text.role(), text.agency());
  }
}
