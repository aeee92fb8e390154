package org.sightline.people.copies;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.Disclosure;
import org.sightline.people.DisclosureId;
import org.sightline.people.People;
import org.sightline.people.PersonId;
import org.sightline.people.Recipients;
import org.sightline.people.pages.Saying;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Fresh;
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
class CopiesController {

  private final People people;
  private final Recipients recipients;
  private final Saying saying;
  private final Words words;
  private final Clock clock;

  CopiesController(People people, Recipients recipients, Saying saying, Words words, Clock clock) {
    this.people = people;
    this.recipients = recipients;
    this.saying = saying;
    this.words = words;
    this.clock = clock;
  }

  @Fresh
  @GetMapping("/people/{workspace}/{person}/copies/new")
  String ask(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    people.requireWritableBy(who, WorkspaceId.of(workspace), PersonId.of(person));
    return form(workspace, person, Answers.none(words), model);
  }

  /// The copy itself is the answer: it is made once, for one recipient, and is nowhere to come back
  /// to.
  @Fresh
  @PostMapping("/people/{workspace}/{person}/copies/new")
  String print(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    var in = WorkspaceId.of(workspace);
    var id = PersonId.of(person);
    people.requireWritableBy(who, in, id);
    var form = new Answers(words, values);
    String toWhom = form.needLine("toWhom", "people.copies.toWhom.missing");
    boolean toParent = form.isTicked("parent");
    if (toParent && !people.isSafeToTell(who, in, id)) {
      form.problem("parent", words.say("people.copies.not-safe"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return form(workspace, person, form, model);
    }
    var copy = recipients.copy(who, in, id, Disclosure.Kind.PRINTED, toWhom, toParent);
    model.addAttribute(
        "page",
        new CopyPage(
            workspace,
            person,
            copy,
            saying.age(copy.person().details().age()),
            copy.person().numbers().stream()
                .map(number -> saying.number(number.identifier()))
                .toList(),
            toWhom,
            words.say(
                "people.copies.stamp",
                saying.nameOf(who.user()),
                Dates.moment(clock.instant()),
                toWhom)));
    return "people/copies/copy";
  }

  @PostMapping("/people/{workspace}/{person}/copies/{copy}/telling")
  String told(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @PathVariable String copy,
      RedirectAttributes redirect) {
    recipients.told(who, WorkspaceId.of(workspace), PersonId.of(person), DisclosureId.of(copy));
    Notice.leave(redirect, words.say("people.copies.told"));
    return "redirect:/people/" + workspace + "/" + person;
  }

  private String form(String workspace, String person, Answers form, Model model) {
    model.addAttribute("page", new CopyFormPage(workspace, person, form));
    return "people/copies/form";
  }
}
