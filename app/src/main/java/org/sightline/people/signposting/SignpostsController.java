package org.sightline.people.signposting;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.sightline.access.Casework;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.IdentifierKind;
import org.sightline.people.MatchId;
import org.sightline.people.Signpost;
import org.sightline.people.SignpostQuestion;
import org.sightline.people.Signposts;
import org.sightline.people.pages.LookUpForm;
import org.sightline.people.pages.Saying;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SignpostsController {

  private static final int SHORTEST_REASON = 10;

  private final Signposts signposts;
  private final Casework casework;
  private final Saying saying;
  private final Words words;

  SignpostsController(Signposts signposts, Casework casework, Saying saying, Words words) {
    this.signposts = signposts;
    this.casework = casework;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping("/people/signposts")
  String ask(SignedIn who, Model model) {
    return page(who, Answers.none(words), model);
  }

  @PostMapping("/people/signposts")
  String send(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    var form = new Answers(words, values);
    var lookUp = LookUpForm.read(form, words, saying.today());
    String reason = form.needLines("reason", "people.signposts.reason.missing");
    if (reason.length() < SHORTEST_REASON) {
      form.problem("reason", words.say("people.signposts.reason.missing"));
    }
    if (lookUp.isEmpty() || form.isWrong()) {
      response.setStatus(422);
      return page(who, form, model);
    }
    return "redirect:/people/signposts/" + signposts.ask(who, lookUp.get(), reason);
  }

  @GetMapping("/people/signposts/{request}")
  String show(SignedIn who, @PathVariable String request, Model model) {
    UUID id = Ids.parse(request);
    Signpost asked =
        signposts.asked(who).stream()
            .filter(one -> one.request().equals(id))
            .findFirst()
            .orElseThrow(NotThere::new);
    model.addAttribute("page", new SignpostPage(asked));
    return "people/signposting/signpost";
  }

  @GetMapping("/people/signposts/questions")
  String questions(SignedIn who, Model model) {
    var rows = signposts.toAnswer(who).stream().map(question -> row(who, question)).toList();
    model.addAttribute("page", new QuestionsPage(rows));
    return "people/signposting/questions";
  }

  @PostMapping("/people/{workspace}/signposts/{question}/answer")
  String answer(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String question,
      @RequestParam(defaultValue = "") String answer,
      RedirectAttributes redirect) {
    var said =
        switch (answer) {
          case "yes" -> Signpost.Answer.YES;
          case "no" -> Signpost.Answer.NO;
          default -> throw new NotThere();
        };
    signposts.answer(who, WorkspaceId.of(workspace), MatchId.of(question), said);
    Notice.leave(redirect, words.say("people.signposts.answered"));
    return "redirect:/people/signposts/questions";
  }

  private QuestionsPage.Row row(SignedIn who, SignpostQuestion question) {
    return new QuestionsPage.Row(
        question, saying.nameOf(question.askedBy()), saying.titleOf(who, question.workspace()));
  }

  private String page(SignedIn who, Answers form, Model model) {
    boolean chairs =
        casework.mine(who).stream().anyMatch(piece -> casework.isChair(who, piece.id()));
    model.addAttribute(
        "page",
        new SignpostsPage(
            form, saying.options("number", IdentifierKind.class), signposts.asked(who), chairs));
    return "people/signposting/signposts";
  }
}
