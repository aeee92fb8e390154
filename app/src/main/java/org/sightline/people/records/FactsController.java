package org.sightline.people.records;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.IdentifierId;
import org.sightline.people.IdentifierKind;
import org.sightline.people.People;
import org.sightline.people.PersonId;
import org.sightline.people.pages.PersonForm;
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

/// The numbers of a record, and the pieces of work that hold it.
@Controller
class FactsController {

  private final People people;
  private final Saying saying;
  private final Words words;

  FactsController(People people, Saying saying, Words words) {
    this.people = people;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping("/people/{workspace}/{person}/numbers")
  String askNumber(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    requireWriter(who, workspace, person);
    return number(workspace, person, Answers.none(words), model);
  }

  @PostMapping("/people/{workspace}/{person}/numbers")
  String addNumber(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireWriter(who, workspace, person);
    var form = new Answers(words, values);
    var number = PersonForm.number(form, words);
    if (number.isEmpty()) {
      response.setStatus(422);
      return number(workspace, person, form, model);
    }
    people.addNumber(who, WorkspaceId.of(workspace), PersonId.of(person), number.get());
    return back(workspace, person, "people.records.number-added", redirect);
  }

  @PostMapping("/people/{workspace}/{person}/numbers/{number}/ending")
  String endNumber(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @PathVariable String number,
      RedirectAttributes redirect) {
    people.endNumber(who, WorkspaceId.of(workspace), PersonId.of(person), IdentifierId.of(number));
    return back(workspace, person, "people.records.number-ended", redirect);
  }

  @PostMapping("/people/{workspace}/{person}/holders")
  String holdToo(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam(defaultValue = "") String holder,
      RedirectAttributes redirect) {
    people.holdToo(who, WorkspaceId.of(workspace), PersonId.of(person), WorkspaceId.of(holder));
    return back(workspace, person, "people.records.held", redirect);
  }

  @PostMapping("/people/{workspace}/{person}/release")
  String release(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      RedirectAttributes redirect) {
    people.release(who, WorkspaceId.of(workspace), PersonId.of(person));
    Notice.leave(redirect, words.say("people.records.released"));
    return "redirect:/people/" + workspace;
  }

  @PostMapping("/people/{workspace}/{person}/return")
  String putBack(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      RedirectAttributes redirect) {
    people.putBack(who, WorkspaceId.of(workspace), PersonId.of(person));
    return back(workspace, person, "people.records.put-back", redirect);
  }

  private void requireWriter(SignedIn who, String workspace, String person) {
    people.requireWritableBy(who, WorkspaceId.of(workspace), PersonId.of(person));
  }

  private String number(String workspace, String person, Answers form, Model model) {
    model.addAttribute(
        "page",
        new FactPage(
            workspace, person, form, saying.options("number", IdentifierKind.class), false));
    return "people/records/number";
  }

  private String back(String workspace, String person, String key, RedirectAttributes redirect) {
    Notice.leave(redirect, words.say(key));
    return "redirect:/people/" + workspace + "/" + person;
  }
}
