package org.sightline.network.preparing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.KeyQuestion;
import org.sightline.network.Preparing;
import org.sightline.web.Answers;
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

/// What the exercise wants answered, and what was found.
@Controller
@RequestMapping("/network/exercises/{exercise}/preparing/questions")
class QuestionsController {

  private final Exercises exercises;
  private final Preparing preparing;
  private final SayingPreparing saying;
  private final Words words;

  QuestionsController(
      Exercises exercises, Preparing preparing, SayingPreparing saying, Words words) {
    this.exercises = exercises;
    this.preparing = preparing;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String exercise, Model model) {
    return page(who, exercises.find(who, WorkspaceId.of(exercise)), Answers.none(words), model);
  }

  @PostMapping
  String ask(
      SignedIn who,
      @PathVariable String exercise,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    String question = form.needLines("question", "network.question.missing");
    String agency = form.line("agency");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, held, form, model);
    }
    UUID about = form.is("about", "") ? null : Ids.parse(form.value("about"));
    preparing.ask(who, held.id(), about, question, agency == null ? "" : agency);
    Notice.leave(redirect, words.say("network.question.asked"));
    return "redirect:/network/exercises/" + held.id() + "/preparing/questions";
  }

  @GetMapping("/{question}")
  String answer(
      SignedIn who, @PathVariable String exercise, @PathVariable String question, Model model) {
    return form(
        who, exercises.find(who, WorkspaceId.of(exercise)), question, Answers.none(words), model);
  }

  @PostMapping("/{question}")
  String answer(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String question,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = exercises.find(who, WorkspaceId.of(exercise));
    var form = new Answers(words, values);
    String answer = form.needLines("answer", "network.answer.missing");
    String foundBy = form.needLine("foundBy", "network.answer.by.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return form(who, held, question, form, model);
    }
    preparing.answer(who, held.id(), Ids.parse(question), answer, foundBy);
    Notice.leave(redirect, words.say("network.answer.written"));
    return "redirect:/network/exercises/" + held.id() + "/preparing/questions";
  }

  @PostMapping("/{question}/{what:taking-back|return}")
  String takeBack(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String question,
      @PathVariable String what,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    boolean back = what.equals("taking-back");
    preparing.takeBack(who, work, Preparing.Part.QUESTION, Ids.parse(question), back);
    Notice.leave(
        redirect, words.say(back ? "network.question.taken-back" : "network.question.said-again"));
    return "redirect:/network/exercises/" + work + "/preparing/questions";
  }

  @PostMapping("/answers/{answer}/taking-back")
  String takeAnswerBack(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String answer,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    preparing.takeBack(who, work, Preparing.Part.ANSWER, Ids.parse(answer), true);
    Notice.leave(redirect, words.say("network.answer.taken-back"));
    return "redirect:/network/exercises/" + work + "/preparing/questions";
  }

  private String form(SignedIn who, Exercise held, String question, Answers form, Model model) {
    var prepared = preparing.read(who, held.id());
    UUID id = Ids.parse(question);
    var line =
        lines(prepared, one -> one.id().equals(id) && !one.isOver()).stream()
            .findFirst()
            .orElseThrow(NotThere::new);
    if (!prepared.mayWrite()) {
      throw new NotThere();
    }
    model.addAttribute("page", new AnswerPage(held, line, form));
    return "network/preparing/answer";
  }

  private String page(SignedIn who, Exercise held, Answers form, Model model) {
    var prepared = preparing.read(who, held.id());
    var subjects = new LinkedHashMap<String, String>();
    prepared.part().forEach(one -> subjects.put(one.id().toString(), one.name()));
    model.addAttribute(
        "page",
        new QuestionsPage(
            held,
            lines(prepared, one -> !one.isOver() && !one.isAnswered()),
            lines(prepared, one -> !one.isOver() && one.isAnswered()),
            lines(prepared, KeyQuestion::isOver),
            subjects,
            prepared.mayWrite(),
            form));
    return "network/preparing/questions";
  }

  private List<QuestionsPage.Line> lines(
      Preparing.Prepared prepared, Predicate<KeyQuestion> which) {
    return prepared.questions().stream()
        .filter(which)
        .map(
            one -> {
              UUID about = one.subject();
              return new QuestionsPage.Line(
                  one.id().toString(),
                  one.question(),
                  about == null
                      ? words.say("network.question.about-all")
                      : prepared.subject(about).name(),
                  one.agency(),
                  saying.by(one.by(), one.at()),
                  one.answers().stream()
                      .map(
                          found ->
                              new QuestionsPage.Found(
                                  found.id().toString(),
                                  found.words(),
                                  found.foundBy(),
                                  saying.by(found.by(), found.at())))
                      .toList());
            })
        .toList();
  }
}
