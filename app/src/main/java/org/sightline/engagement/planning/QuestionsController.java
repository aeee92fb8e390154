package org.sightline.engagement.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.sightline.engagement.planning.Question.Kind;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The question bank of a round (A03, A54).
@Controller
@RequestMapping("/engagement/rounds/{round}/questions/{kind}")
class QuestionsController {

  private final Rounds rounds;
  private final Questions questions;
  private final Words words;

  QuestionsController(Rounds rounds, Questions questions, Words words) {
    this.rounds = rounds;
    this.questions = questions;
    this.words = words;
  }

  @GetMapping
  String list(SignedIn who, @PathVariable String round, @PathVariable String kind, Model model) {
    model.addAttribute("page", page(who, WorkspaceId.of(round), kind(kind), Filled.empty()));
    return "engagement/planning/questions";
  }

  @PostMapping
  String add(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String kind,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    var filled = new Filled(form);
    var question = read(filled);
    if (filled.hasProblems()) {
      response.setStatus(422);
      model.addAttribute("page", page(who, id, kind(kind), filled));
      return "engagement/planning/questions";
    }
    questions.add(who, id, kind(kind), null, question.words(), question.hint());
    return back(id, kind(kind), "engagement.planning.questions.added", redirect);
  }

  @PostMapping("/copies")
  String copy(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String kind,
      @RequestParam String source,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    var example =
        Question.shipped(kind(kind)).stream()
            .filter(q -> source.equals(q.source()))
            .findFirst()
            .orElseThrow(NotThere::new);
    questions.add(who, id, kind(kind), source, example.words(), example.hint());
    return back(id, kind(kind), "engagement.planning.questions.added", redirect);
  }

  @GetMapping("/{question}")
  String rewording(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String kind,
      @PathVariable String question,
      Model model) {
    var old = find(who, WorkspaceId.of(round), kind(kind), question);
    var filled = Filled.empty().put("words", old.words()).put("hint", old.hint());
    model.addAttribute("page", questionPage(who, WorkspaceId.of(round), old, filled));
    return "engagement/planning/question";
  }

  @PostMapping("/{question}")
  String reword(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String kind,
      @PathVariable String question,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    var filled = new Filled(form);
    var read = read(filled);
    if (filled.hasProblems()) {
      response.setStatus(422);
      var old = find(who, id, kind(kind), question);
      model.addAttribute("page", questionPage(who, id, old, filled));
      return "engagement/planning/question";
    }
    questions.reword(who, id, kind(kind), Ids.parse(question), read.words(), read.hint());
    return back(id, kind(kind), "engagement.planning.questions.reworded", redirect);
  }

  @PostMapping("/{question}/removal")
  String remove(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String kind,
      @PathVariable String question,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    questions.remove(who, id, kind(kind), Ids.parse(question));
    return back(id, kind(kind), "engagement.planning.questions.removed", redirect);
  }

  @PostMapping("/{question}/place")
  String move(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String kind,
      @PathVariable String question,
      @RequestParam String to,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    questions.move(who, id, kind(kind), Ids.parse(question), to.equals("earlier"));
    return back(id, kind(kind), "engagement.planning.questions.moved", redirect);
  }

  private record Typed(String words, String hint) {}

  private Typed read(Filled filled) {
    var missing = words.say("engagement.planning.questions.no-words");
    var typed = filled.needed("words", Question.LONGEST, missing);
    var hint = filled.text("hint");
    if (hint.length() > Question.LONGEST) {
      filled.problem(
          "hint", "This is too long: shorten it to %d letters.".formatted(Question.LONGEST));
    }
    return new Typed(typed, hint);
  }

  private QuestionsPage page(SignedIn who, WorkspaceId id, Kind kind, Filled filled) {
    var roles = rounds.rolesIn(who, id);
    return new QuestionsPage(
        rounds.find(who, id),
        kind,
        questions.of(who, id, kind),
        questions.notAsked(who, id, kind),
        roles.contains(Role.ROUND_OWNER) || roles.contains(Role.FACILITATOR),
        filled);
  }

  private QuestionPage questionPage(
      SignedIn who, WorkspaceId id, Question question, Filled filled) {
    var list = page(who, id, question.kind(), filled);
    if (!list.mayChange()) {
      throw new NotThere();
    }
    return new QuestionPage(list.round(), question, list.address() + "/" + question.id(), filled);
  }

  private Question find(SignedIn who, WorkspaceId round, Kind kind, String question) {
    var id = Ids.parse(question);
    return questions.of(who, round, kind).stream()
        .filter(q -> q.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private String back(WorkspaceId round, Kind kind, String sentence, RedirectAttributes redirect) {
    Notice.leave(redirect, words.say(sentence));
    return "redirect:/engagement/rounds/%s/questions/%s".formatted(round, kind.slug());
  }

  private static Kind kind(String slug) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.slug().equals(slug))
        .findFirst()
        .orElseThrow(NotThere::new);
  }
}
