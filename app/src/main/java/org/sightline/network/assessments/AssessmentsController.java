package org.sightline.network.assessments;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sightline.access.Users;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Assessments;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.MappingSessions;
import org.sightline.network.Maps;
import org.sightline.network.ThresholdDecision;
import org.sightline.network.ThresholdDecision.Decision;
import org.sightline.network.ThresholdDecision.Fact;
import org.sightline.network.ThresholdDecision.Question;
import org.sightline.network.ThresholdDecision.Said;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/network/exercises/{exercise}/assessments")
class AssessmentsController {

  private final Assessments assessments;
  private final Exercises exercises;
  private final MappingSessions sessions;
  private final Maps maps;
  private final Sentences sentences;
  private final Users users;
  private final Words words;

  AssessmentsController(
      Assessments assessments,
      Exercises exercises,
      MappingSessions sessions,
      Maps maps,
      Sentences sentences,
      Users users,
      Words words) {
    this.assessments = assessments;
    this.exercises = exercises;
    this.sessions = sessions;
    this.maps = maps;
    this.sentences = sentences;
    this.users = users;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String exercise, Model model) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var decided = assessments.of(who, held.id());
    var asked = assessments.asked(who, held.id());
    var picture = maps.open(who, held.id());
    model.addAttribute(
        "page",
        new AssessmentsPage(
            held,
            sessions.mayWrite(who, held.id()),
            Arrays.stream(Question.values())
                .map(
                    question ->
                        new AssessmentsPage.Prompt(
                            question.name(),
                            asked.contains(question),
                            decided.stream()
                                .filter(one -> one.said().question() == question)
                                .map(one -> line(picture, one))
                                .toList()))
                .toList()));
    return "network/assessments/assessments";
  }

  /// The same threshold document as last time is offered.
  @GetMapping("/{question:PEER|CONTEXT}")
  String ask(
      SignedIn who, @PathVariable String exercise, @PathVariable Question question, Model model) {
    var held = written(who, exercise);
    var form = Answers.none(words).with("day", exercises.today());
    assessments.of(who, held.id()).stream()
        .filter(one -> !one.isTakenBack())
        .map(one -> one.said().words())
        .findFirst()
        .ifPresent(
            last ->
                form.with("document", last.document())
                    .with("version", last.version())
                    .with("place", last.place()));
    return form(who, held, question, form, model);
  }

  @PostMapping("/{question:PEER|CONTEXT}")
  String decide(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable Question question,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = written(who, exercise);
    var form = new Answers(words, values);
    String element = form.value("element");
    if (!element.isEmpty() && !elements(who, held, question).containsKey(element)) {
      form.problem("element", words.say("network.assess.element.missing"));
    }
    var first = form.choice("first", Fact.class, "network.assess.fact.missing");
    var second = form.choice("second", Fact.class, "network.assess.fact.missing");
    var decision = form.choice("decision", Decision.class, "network.assess.decision.missing");
    String document = form.needLine("document", "network.assess.document.missing");
    String version = form.needLine("version", "network.assess.version.missing");
    String place = form.line("place");
    String decidedBy = form.needLine("decided-by", "network.assess.decided-by.missing");
    String why = form.needLines("why", "network.assess.why.missing");
    var day = form.day("day", exercises.today(), "network.assess.day.wrong");
    if (form.isWrong()) {
      response.setStatus(422);
      return form(who, held, question, form, model);
    }
    assessments.decide(
        who,
        held.id(),
        element.isEmpty() ? null : ElementId.of(element),
        new Said(
            question,
            first.orElseThrow(),
            second.orElseThrow(),
            decision.orElseThrow(),
            day.orElseThrow(),
            new ThresholdDecision.Words(
                decidedBy, why, document, version, place == null ? "" : place)));
    Notice.leave(redirect, words.say("network.assess.kept"));
    return "redirect:/network/exercises/" + held.id() + "/assessments";
  }

  @PostMapping("/{decision}/{what:taking-back|return}")
  String takeBack(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String decision,
      @PathVariable String what,
      RedirectAttributes redirect) {
    boolean back = what.equals("taking-back");
    assessments.takeBack(who, WorkspaceId.of(exercise), Ids.parse(decision), back);
    Notice.leave(redirect, words.say(back ? "network.assess.back" : "network.assess.again"));
    return "redirect:/network/exercises/" + exercise + "/assessments";
  }

  private Exercise written(SignedIn who, String exercise) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    if (!sessions.mayWrite(who, held.id())) {
      throw new NotThere();
    }
    assessments.requireOpen(who, held.id());
    return held;
  }

  private String form(SignedIn who, Exercise held, Question question, Answers form, Model model) {
    var facts = new LinkedHashMap<String, String>();
    for (var fact : Fact.values()) {
      facts.put(fact.name(), words.say("network.assess.fact." + fact));
    }
    var decisions = new LinkedHashMap<String, String>();
    for (var decision : Decision.values()) {
      decisions.put(
          decision.name(), words.say("network.assess.%s.%s".formatted(question, decision)));
    }
    model.addAttribute(
        "page",
        new DecisionPage(
            held, question.name(), form, facts, decisions, elements(who, held, question)));
    return "network/assessments/decision";
  }

  /// Groups and people for a peer assessment, places for one of a context.
  private Map<String, String> elements(SignedIn who, Exercise held, Question question) {
    var elements = new LinkedHashMap<String, String>();
    for (var node : maps.open(who, held.id()).on(ElementKind.NODE)) {
      var kind = NodeKind.valueOf(node.value(Field.KIND));
      boolean isPeer = kind.isPerson() || kind == NodeKind.PEER_GROUP;
      if (question == Question.PEER ? isPeer : kind.isPlace()) {
        elements.put(node.id().toString(), node.value(Field.LABEL));
      }
    }
    return elements;
  }

  private AssessmentsPage.Line line(Picture picture, ThresholdDecision one) {
    var said = one.said();
    var on = one.element() == null ? null : picture.find(one.element());
    String about =
        one.element() == null
            ? words.say("network.assess.all")
            : on == null ? words.say("network.action.answers.gone") : sentences.called(picture, on);
    String key = "network.assess." + said.question();
    String document =
        words.say("network.assess.measured", said.words().document(), said.words().version())
            + (said.words().place().isEmpty()
                ? ""
                : " " + words.say("network.assess.measured-at", said.words().place()));
    return new AssessmentsPage.Line(
        one.id().toString(),
        words.say(key + "." + said.decision()),
        Dates.weekday(said.decidedOn()),
        about,
        List.of(
            words.say(key + ".first") + " " + words.say("network.assess.fact." + said.first()),
            words.say(key + ".second") + " " + words.say("network.assess.fact." + said.second())),
        said.words().why(),
        words.say("network.assess.by", said.words().decidedBy()),
        document,
        words.say("network.by", users.nameOf(one.by()), Dates.moment(one.at())),
        one.isTakenBack());
  }
}
