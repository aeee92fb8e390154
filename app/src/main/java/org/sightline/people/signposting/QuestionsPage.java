package org.sightline.people.signposting;

import java.util.List;
import org.sightline.people.SignpostQuestion;

/// Questions from outside to a chair.
public record QuestionsPage(List<Row> rows) {

  /// @param asker the colleague's name
  public record Row(SignpostQuestion question, String asker, String title) {}
}
