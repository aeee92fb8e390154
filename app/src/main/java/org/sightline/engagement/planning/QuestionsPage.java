package org.sightline.engagement.planning;

import java.util.List;

/// The questions of a round, of one kind.
///
/// @param notAsked shipped examples that can be added
/// @param mayChange whether the reader may change them
public record QuestionsPage(
    Round round,
    Question.Kind kind,
    List<Question> questions,
    List<Question> notAsked,
    boolean mayChange,
    Filled filled) {

  public QuestionsPage {
    questions = List.copyOf(questions);
    notAsked = List.copyOf(notAsked);
  }

  public String address() {
    return "/engagement/rounds/" + round.id() + "/questions/" + kind.slug();
  }
}
