package org.sightline.concerns.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.clocks.ConcernClocks.Turn;
import org.sightline.concerns.Concern;
import org.sightline.concerns.ConcernCopies;
import org.sightline.concerns.ConcernForm;
import org.sightline.concerns.ConcernForm.Question;
import org.sightline.concerns.ConcernState;
import org.sightline.concerns.CouncilDesk;
import org.sightline.concerns.DutyWords;
import org.sightline.concerns.Following.Opened;
import org.sightline.concerns.Moments;
import org.sightline.concerns.Naming;
import org.sightline.concerns.Step;
import org.sightline.concerns.StepKind;
import org.sightline.concerns.Way;
import org.sightline.concerns.reading.ReadingPage.Event;
import org.sightline.concerns.reading.ReadingPage.Fact;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Makes the page of one concern.
@Component
public class ReadingPages {

  /// What was typed and is not kept yet.
  ///
  /// @param noteProblem what is wrong with the note, or `null`
  record Typed(
      String note, @Nullable String noteProblem, String reason, @Nullable String reasonProblem) {

    static final Typed NOTHING = new Typed("", null, "", null);
  }

  private final ConcernForm form;
  private final Naming naming;
  private final CouncilDesk council;
  private final DutyWords duties;
  private final ConcernCopies copies;
  private final Words words;

  ReadingPages(
      ConcernForm form,
      Naming naming,
      CouncilDesk council,
      DutyWords duties,
      ConcernCopies copies,
      Words words) {
    this.form = form;
    this.naming = naming;
    this.council = council;
    this.duties = duties;
    this.copies = copies;
    this.words = words;
  }

  /// A concern as it is read, with nothing typed.
  public ReadingPage page(SignedIn who, Opened opened) {
    return page(who, opened, Typed.NOTHING);
  }

  ReadingPage page(SignedIn who, Opened opened, Typed typed) {
    var concern = opened.concern();
    return new ReadingPage(
        concern.id().toString(),
        concern.id().receipt(),
        words.say(concern.state().key()),
        alerts(who, opened),
        mustRing(opened) ? council.choices(who, concern.school()) : List.of(),
        duties.due(concern, opened.duty()),
        duties.why(opened.duty()),
        duties.missed(opened.duty()),
        facts(who, concern),
        answers(opened.answers()),
        concern.way() == Way.KEYING,
        concern.steps().stream().map(step -> event(who, concern, step)).toList(),
        concern.version(),
        concern.state().after(StepKind.CLOSED).isPresent(),
        concern.state() == ConcernState.ENDED,
        copies.mayTake(who, concern),
        typed.note(),
        typed.noteProblem(),
        typed.reason(),
        typed.reasonProblem());
  }

  private List<String> alerts(SignedIn who, Opened opened) {
    var concern = opened.concern();
    if (concern.state() == ConcernState.SETTLED || concern.state() == ConcernState.ENDED) {
      return List.of();
    }
    var places = new HashMap<>(naming.places(who, concern.school()));
    var alerts = new ArrayList<String>();
    if (concern.danger()) {
      alerts.add(words.fill("concerns.reading.danger", places));
    }
    if (concern.aboutAdult()) {
      alerts.add(words.fill("concerns.reading.about-adult", places));
    }
    var due = opened.duty().due();
    if (mustRing(opened) && due != null) {
      places.put("receipt", concern.id().receipt());
      places.put("due", due.due().words());
      alerts.add(words.fill("concerns.concern-form.escalation.toCouncil", places));
      String gap = council.gap(who, concern.school());
      if (!gap.isEmpty()) {
        alerts.add(gap);
      }
    }
    return alerts;
  }

  private static boolean mustRing(Opened opened) {
    return opened.duty().turn() == Turn.COUNCIL;
  }

  private List<Fact> facts(SignedIn who, Concern concern) {
    var facts = new ArrayList<Fact>();
    facts.add(fact("raised-by", naming.nameOf(who, concern.raisedBy())));
    facts.add(fact("raised-at", Moments.inWords(concern.raisedAt())));
    if (concern.receivedAt().isAfter(concern.raisedAt().plusSeconds(300))) {
      facts.add(fact("received-at", Moments.inWords(concern.receivedAt())));
    }
    facts.add(
        fact(
            "stage",
            words.say(
                "concerns.concern-form.form.questions.when-raised.options.%s.text"
                    .formatted(concern.stage().key()))));
    facts.add(fact("way", words.say("concerns.way." + concern.way().name())));
    return facts;
  }

  private Fact fact(String key, String text) {
    return new Fact(words.say("concerns.reading." + key), text);
  }

  private List<Fact> answers(Map<String, String> answers) {
    return form.questions().stream()
        .filter(question -> answers.containsKey(question.id()))
        .filter(question -> !question.id().equals("when-raised"))
        .map(question -> answer(question, answers.getOrDefault(question.id(), "")))
        .toList();
  }

  private static Fact answer(Question question, String answer) {
    String text =
        question.type().equals("choices")
            ? Arrays.stream(answer.split(" "))
                .map(question::inWords)
                .collect(Collectors.joining("; "))
            : question.inWords(answer);
    return new Fact(question.label(), text);
  }

  private Event event(SignedIn who, Concern concern, Step step) {
    String title =
        switch (step.kind()) {
          case SEEN, NOTED, REOPENED, PASSED_TO_COUNCIL ->
              words.say("concerns.step." + step.kind().name());
          case PASSED_ON ->
              words.say("concerns.step.PASSED_ON", naming.inWords(concern.route().next()));
          case DECIDED, CLOSED ->
              words.say("concerns.step." + step.kind().name(), outcome(step.outcome()));
        };
    var by = step.by();
    return new Event(
        title,
        Moments.inWords(step.at()),
        by == null ? words.say("concerns.step.by-the-clock") : naming.nameOf(who, by),
        step.words() == null ? "" : step.words(),
        step.told() == null ? "" : step.told());
  }

  private String outcome(@Nullable String id) {
    return id == null ? "" : form.outcome(id).map(ConcernForm.Outcome::name).orElse(id);
  }
}
