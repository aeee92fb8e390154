package org.sightline.people.records;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sightline.access.TwoPeople.Asked;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.People;
import org.sightline.people.PersonId;
import org.sightline.people.PersonRecord;
import org.sightline.people.Protection;
import org.sightline.web.Answers;
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

/// The address of a record, and what protects it.
@Controller
class AddressController {

  private static final int SHORTEST_REASON = 10;

  private final People people;
  private final Protection protection;
  private final Words words;

  AddressController(People people, Protection protection, Words words) {
    this.people = people;
    this.protection = protection;
    this.words = words;
  }

  @GetMapping("/people/{workspace}/{person}/address")
  String askAddress(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    var address = held(who, workspace, person).address();
    var form =
        Answers.none(words)
            .with("version", address.version())
            .with("address", address.text())
            .with("protected", address.isProtected() ? "yes" : null);
    return address(who, workspace, person, form, model);
  }

  @PostMapping("/people/{workspace}/{person}/address")
  String setAddress(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireWriter(who, workspace, person);
    var form = new Answers(words, values);
    String address = form.needLines("address", "people.form.address.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return address(who, workspace, person, form, model);
    }
    people.setAddress(
        who,
        WorkspaceId.of(workspace),
        PersonId.of(person),
        form.version(),
        address,
        form.isTicked("protected"));
    Notice.leave(redirect, words.say("people.records.address-set"));
    return "redirect:/people/" + workspace + "/" + person;
  }

  @Fresh
  @GetMapping("/people/{workspace}/{person}/protected-address")
  String askProtected(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    if (!held(who, workspace, person).address().isProtected()) {
      throw new NotThere();
    }
    model.addAttribute("page", new AddressPage(workspace, person, Answers.none(words), null));
    return "people/records/protected-address";
  }

  /// Shows it once, on the page that answers: nothing that could be linked to or come back to.
  @Fresh
  @PostMapping("/people/{workspace}/{person}/protected-address")
  String openProtected(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    if (!held(who, workspace, person).address().isProtected()) {
      throw new NotThere();
    }
    var form = new Answers(words, values);
    String reason = reason(form, "people.form.reason.missing");
    String address = null;
    if (form.isWrong()) {
      response.setStatus(422);
    } else {
      address = people.openAddress(who, WorkspaceId.of(workspace), PersonId.of(person), reason);
    }
    model.addAttribute("page", new AddressPage(workspace, person, form, address));
    return "people/records/protected-address";
  }

  @Fresh
  @GetMapping("/people/{workspace}/{person}/address/protection")
  String askToLift(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    return lifting(who, workspace, person, Answers.none(words), model);
  }

  @Fresh
  @PostMapping("/people/{workspace}/{person}/address/protection")
  String askToLift(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireWriter(who, workspace, person);
    var form = new Answers(words, values);
    String reason = reason(form, "people.address.lift.reason.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return lifting(who, workspace, person, form, model);
    }
    protection.ask(who, WorkspaceId.of(workspace), PersonId.of(person), reason);
    Notice.leave(redirect, words.say("people.address.lift.asked"));
    return "redirect:/people/" + workspace + "/" + person + "/address/protection";
  }

  @Fresh
  @PostMapping("/people/{workspace}/{person}/address/protection/ending")
  String lift(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      RedirectAttributes redirect) {
    requireWriter(who, workspace, person);
    protection.lift(who, WorkspaceId.of(workspace), PersonId.of(person));
    Notice.leave(redirect, words.say("people.address.lift.done"));
    return "redirect:/people/" + workspace + "/" + person;
  }

  private String lifting(SignedIn who, String workspace, String person, Answers form, Model model) {
    var in = WorkspaceId.of(workspace);
    var id = PersonId.of(person);
    requireWriter(who, workspace, person);
    var asked = protection.asked(who, in, id).filter(one -> one.inTime() && !one.used());
    boolean mine = asked.filter(one -> one.by().equals(who.user())).isPresent();
    model.addAttribute(
        "page",
        new LiftingPage(
            workspace,
            person,
            form,
            asked.map(one -> "/second-person/" + one.id()).orElse(null),
            asked.filter(Asked::isAgreed).filter(one -> mine).map(Asked::agreer).orElse(null)));
    return "people/records/lifting";
  }

  private String reason(Answers form, String missing) {
    String reason = form.needLines("reason", missing);
    if (reason.length() < SHORTEST_REASON) {
      form.problem("reason", words.say(missing));
    }
    return reason;
  }

  private void requireWriter(SignedIn who, String workspace, String person) {
    people.requireWritableBy(who, WorkspaceId.of(workspace), PersonId.of(person));
  }

  /// The record the reader may change.
  private PersonRecord held(SignedIn who, String workspace, String person) {
    requireWriter(who, workspace, person);
    return people.record(who, WorkspaceId.of(workspace), PersonId.of(person));
  }

  private String address(SignedIn who, String workspace, String person, Answers form, Model model) {
    boolean stays = protection.isOn(who, WorkspaceId.of(workspace), PersonId.of(person));
    model.addAttribute("page", new FactPage(workspace, person, form, Map.of(), stays));
    return "people/records/address";
  }
}
