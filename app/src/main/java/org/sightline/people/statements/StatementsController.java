package org.sightline.people.statements;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.Label;
import org.sightline.people.People;
import org.sightline.people.PersonId;
import org.sightline.people.Reliability;
import org.sightline.people.StatementId;
import org.sightline.people.Statements;
import org.sightline.people.pages.Saying;
import org.sightline.people.pages.StatementForm;
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
class StatementsController {

  private final People people;
  private final Statements statements;
  private final Saying saying;
  private final Words words;

  StatementsController(People people, Statements statements, Saying saying, Words words) {
    this.people = people;
    this.statements = statements;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping("/people/{workspace}/{person}/statements/new")
  String ask(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    requireWriter(who, workspace, person);
    return form(workspace, person, null, Answers.none(words), model);
  }

  @PostMapping("/people/{workspace}/{person}/statements/new")
  String write(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireWriter(who, workspace, person);
    var form = new Answers(words, values);
    var text = StatementForm.read(form, saying.today());
    if (text == null) {
      response.setStatus(422);
      return form(workspace, person, null, form, model);
    }
    statements.write(who, WorkspaceId.of(workspace), PersonId.of(person), text);
    Notice.leave(redirect, words.say("people.statements.written"));
    return "redirect:/people/" + workspace + "/" + person;
  }

  @GetMapping("/people/{workspace}/{person}/statements/{statement}/correction")
  String askCorrection(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @PathVariable String statement,
      Model model) {
    var wrong = find(who, workspace, person, statement);
    return form(
        workspace, person, statement, StatementForm.fill(Answers.none(words), wrong.text()), model);
  }

  @PostMapping("/people/{workspace}/{person}/statements/{statement}/correction")
  String correct(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @PathVariable String statement,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    find(who, workspace, person, statement);
    var form = new Answers(words, values);
    String because = form.needLines("because", "people.form.because.missing");
    var text = StatementForm.read(form, saying.today());
    if (text == null) {
      response.setStatus(422);
      return form(workspace, person, statement, form, model);
    }
    statements.correct(
        who,
        WorkspaceId.of(workspace),
        PersonId.of(person),
        StatementId.of(statement),
        text,
        because);
    Notice.leave(redirect, words.say("people.statements.corrected"));
    return "redirect:/people/" + workspace + "/" + person;
  }

  private org.sightline.people.Statement find(
      SignedIn who, String workspace, String person, String statement) {
    return statements.find(
        who, WorkspaceId.of(workspace), PersonId.of(person), StatementId.of(statement));
  }

  private void requireWriter(SignedIn who, String workspace, String person) {
    people.requireWritableBy(who, WorkspaceId.of(workspace), PersonId.of(person));
  }

  private String form(
      String workspace, String person, @Nullable String wrong, Answers form, Model model) {
    model.addAttribute(
        "page",
        new StatementPage(
            workspace,
            person,
            wrong,
            form,
            saying.options("label", Label.class),
            saying.options("reliability", Reliability.class)));
    return "people/statements/form";
  }
}
