package org.sightline.concerns.raising;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.concerns.ConcernForm.Question;
import org.sightline.web.Words;

/// The form as it is shown.
///
/// @param id made when the page was, so that a second press of the button passes nothing on twice
/// @param typed by the ids of the questions
/// @param problems by the ids of the questions
public record RaisingPage(
    String id,
    String round,
    String session,
    List<Question> questions,
    Map<String, List<String>> typed,
    Map<String, String> problems,
    Map<String, String> places) {

  /// The questions that are always asked.
  public List<Question> top() {
    return questions.stream().filter(question -> question.followsYesTo() == null).toList();
  }

  /// The questions asked after a "yes" to this one.
  public List<Question> after(Question question) {
    return questions.stream()
        .filter(follow -> question.id().equals(follow.followsYesTo()))
        .toList();
  }

  public boolean chose(Question question, String option) {
    return typed.getOrDefault(question.id(), List.of()).contains(option);
  }

  public String written(Question question) {
    var written = typed.getOrDefault(question.id(), List.of());
    return written.isEmpty() ? "" : written.getFirst();
  }

  public @Nullable String problem(Question question) {
    return problems.get(question.id());
  }

  public String fill(String text) {
    return Words.fillIn(text, places);
  }

  /// Where a link in the error summary leads: the first thing that can be changed.
  public String target(String questionId) {
    return questions.stream()
        .filter(question -> question.id().equals(questionId) && !question.options().isEmpty())
        .findFirst()
        .map(question -> questionId + "-" + question.options().getFirst().id())
        .orElse(questionId);
  }
}
