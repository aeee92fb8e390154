package org.sightline.concerns.raising;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.concerns.About;
import org.sightline.concerns.ConcernForm;
import org.sightline.concerns.ConcernForm.Question;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.RaisedConcern;
import org.sightline.concerns.Stage;
import org.sightline.concerns.Way;
import org.sightline.kernel.Ids;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.util.MultiValueMap;

/// What was typed into the form. Only what makes a concern useful is asked for: whether somebody is
/// in danger, what came up, and whether the school knew (A04). Nothing else may keep it from being
/// passed on.
record RaisingForm(ConcernForm form, MultiValueMap<String, String> fields) {

  private static final int LONGEST = 10_000;
  private static final String ABOUT = "about-adult";
  private static final String STAGE = "when-raised";

  ConcernId id() {
    return ConcernId.of(field("id"));
  }

  @Nullable WorkspaceId round() {
    return field("round").isEmpty() ? null : WorkspaceId.of(field("round"));
  }

  /// What is wrong, by the id of the question.
  Map<String, String> problems(Words words) {
    var problems = new LinkedHashMap<String, String>();
    for (Question question : form.questions()) {
      for (String answer : typed(question.id())) {
        if (!answer.isEmpty() && !question.offers(answer)) {
          problems.put(question.id(), words.say("concerns.raising.not-offered"));
        } else if (answer.length() > LONGEST) {
          problems.put(question.id(), words.say("concerns.raising.too-long", answer.length()));
        }
      }
      if (isMissing(question)) {
        problems.put(question.id(), words.say("concerns.raising.missing." + question.id()));
      }
    }
    return problems;
  }

  RaisedConcern concern(WorkspaceId school, Instant now) {
    return new RaisedConcern(
        id(),
        school,
        round(),
        field("session").isEmpty() ? null : Ids.parse(field("session")),
        Way.FORM,
        Stage.of(field(STAGE)).orElse(Stage.IN_SESSION),
        about(),
        answers(),
        now);
  }

  List<String> typed(String question) {
    return fields.getOrDefault(question, List.of());
  }

  private boolean isMissing(Question question) {
    boolean asked = question.followsYesTo() == null || field(question.followsYesTo()).equals("yes");
    return asked && !question.optional() && field(question.id()).isEmpty();
  }

  private Set<About> about() {
    return typed(ABOUT).stream()
        .flatMap(answer -> About.of(answer).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<String, String> answers() {
    var answers = new HashMap<String, String>();
    for (Question question : form.questions()) {
      if (question.followsYesTo() != null && !field(question.followsYesTo()).equals("yes")) {
        continue;
      }
      String answer =
          question.type().equals("choices")
              ? String.join(" ", typed(question.id()))
              : field(question.id());
      if (!answer.isEmpty()) {
        answers.put(question.id(), answer);
      }
    }
    return answers;
  }

  private String field(String name) {
    String value = fields.getFirst(name);
    return value == null ? "" : value.strip();
  }
}
