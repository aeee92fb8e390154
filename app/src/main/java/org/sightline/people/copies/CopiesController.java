package org.sightline.people.copies;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sightline.access.SignInNames;
import org.sightline.access.TwoPeople;
import org.sightline.documents.Copies;
import org.sightline.documents.Copies.Occasion;
import org.sightline.documents.Copies.Original;
import org.sightline.documents.PickUps;
import org.sightline.documents.Purpose;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.people.Disclosure;
import org.sightline.people.DisclosureId;
import org.sightline.people.People;
import org.sightline.people.PersonId;
import org.sightline.people.Recipients;
import org.sightline.people.pages.Saying;
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

@Controller
class CopiesController {

  private final People people;
  private final Recipients recipients;
  private final Copies copies;
  private final PickUps pickUps;
  private final SignInNames colleagues;
  private final Saying saying;
  private final RecordPaper paper;
  private final Words words;

  CopiesController(
      People people,
      Recipients recipients,
      Copies copies,
      PickUps pickUps,
      SignInNames colleagues,
      Saying saying,
      RecordPaper paper,
      Words words) {
    this.people = people;
    this.recipients = recipients;
    this.copies = copies;
    this.pickUps = pickUps;
    this.colleagues = colleagues;
    this.saying = saying;
    this.paper = paper;
    this.words = words;
  }

  @Fresh
  @GetMapping("/people/{workspace}/{person}/copies/new")
  String ask(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    var none = Answers.none(words).with("way", Way.PRINT);
    return page("form", open(who, workspace, person, none), model);
  }

  /// Paper, and the words that open a file, are the answer itself: it is made once, for one
  /// recipient, and is nowhere to come back to.
  @Fresh
  @PostMapping("/people/{workspace}/{person}/copies/new")
  String make(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var asked = open(who, workspace, person, new Answers(words, values));
    var in = asked.in();
    var id = asked.id();
    var form = asked.form();
    String toWhom = asked.toWhom();
    boolean toParent = form.isTicked("parent");
    if (toParent && !people.isSafeToTell(who, in, id)) {
      form.problem("parent", words.say("people.copies.not-safe"));
    }
    var purpose = purpose(form);
    var way = form.choice("way", Way.class, "people.copies.way.missing");
    var receiver = way.filter(Way.PICK_UP::equals).flatMap(up -> receiver(who, form));
    if (form.isWrong()) {
      response.setStatus(422);
      return page("form", asked, model);
    }
    var kind = way.orElseThrow() == Way.PRINT ? Disclosure.Kind.PRINTED : Disclosure.Kind.EXPORTED;
    var copy =
        form.isTicked("withAddress")
            ? recipients.copyWithAddress(who, in, id, kind, toWhom, toParent)
            : recipients.copy(who, in, id, kind, toWhom, toParent);
    var page = paper.page(in, copy, toWhom);
    var why = new Occasion(purpose.orElseThrow(), toWhom);
    switch (way.orElseThrow()) {
      case PRINT -> {
        model.addAttribute("page", page);
        model.addAttribute("stamp", copies.page(who, original("print", in, id), why));
        return "people/copies/copy";
      }
      case PICK_UP -> {
        pickUps.leave(
            who, original("copy", in, id), why, receiver.orElseThrow(), paper.document(page));
        Notice.leave(redirect, words.say("people.copies.left"));
        return "redirect:" + asked.at() + "/copies/new";
      }
      default -> {
        var file = pickUps.lock(who, original("file", in, id), why, paper.document(page));
        model.addAttribute("page", new LockedPage(asked.at(), file));
        return "people/copies/locked";
      }
    }
  }

  @Fresh
  @GetMapping("/people/{workspace}/{person}/copies/address")
  String askForAddress(
      SignedIn who, @PathVariable String workspace, @PathVariable String person, Model model) {
    return page("address", open(who, workspace, person, Answers.none(words)), model);
  }

  @Fresh
  @PostMapping("/people/{workspace}/{person}/copies/address")
  String askForAddress(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String person,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var asked = open(who, workspace, person, new Answers(words, values));
    String toWhom = asked.toWhom();
    String reason = asked.form().needLines("reason", "people.copies.address.reason.missing");
    if (asked.form().isWrong()) {
      response.setStatus(422);
      return page("address", asked, model);
    }
    recipients.askForAddress(who, asked.in(), asked.id(), toWhom, reason);
    Notice.leave(redirect, words.say("people.copies.address.asked"));
    return "redirect:" + asked.at() + "/copies/new";
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

  private Optional<Purpose> purpose(Answers form) {
    var purpose = form.choice("purpose", Purpose.class, "people.copies.purpose.missing");
    if (purpose.isPresent() && !purposes().containsKey(purpose.get().name())) {
      form.problem("purpose", words.say("people.copies.purpose.missing"));
    }
    return purpose;
  }

  /// Who signs in under the name that was typed, other than the sender.
  private Optional<UserId> receiver(SignedIn who, Answers form) {
    String name = form.needLine("receiver", "people.copies.receiver.missing");
    var found = colleagues.find(name).filter(one -> !one.equals(who.user()));
    if (found.isEmpty()) {
      form.problem("receiver", words.say("people.copies.receiver.unknown"));
    }
    return found;
  }

  private static Original original(String how, WorkspaceId workspace, PersonId person) {
    return new Original("people.record-" + how, workspace, person.value());
  }

  private Map<String, String> purposes() {
    var purposes = new LinkedHashMap<String, String>();
    Stream.of(Purpose.MEETING, Purpose.COLLEAGUES, Purpose.PARTNERS, Purpose.RECORD)
        .forEach(purpose -> purposes.put(purpose.name(), words.say(purpose.key())));
    return purposes;
  }

  /// A form about a copy of somebody's record, as it was asked for or sent.
  private record Asked(SignedIn who, WorkspaceId in, PersonId id, Answers form) {

    /// Who gets the copy; both forms ask for it.
    String toWhom() {
      return form.needLine("toWhom", "people.copies.toWhom.missing");
    }

    String at() {
      return "/people/" + in + "/" + id;
    }
  }

  /// @throws org.sightline.kernel.NotThere when the reader does not work on this record
  private Asked open(SignedIn who, String workspace, String person, Answers form) {
    var asked = new Asked(who, WorkspaceId.of(workspace), PersonId.of(person), form);
    people.requireWritableBy(who, asked.in(), asked.id());
    return asked;
  }

  private String page(String view, Asked asked, Model model) {
    var who = asked.who();
    var id = asked.id();
    var address = recipients.addressAsked(who, asked.in(), id);
    model.addAttribute(
        "page",
        new CopyFormPage(
            asked.in().toString(),
            id.toString(),
            asked.form(),
            purposes(),
            saying.options("way", Way.class),
            pickUps.of(who, id.value()).stream().filter(left -> !left.ready()).toList(),
            recipients.hasProtectedAddress(who, id),
            address.filter(TwoPeople.Asked::isOpen).map(CopiesController::answerable).orElse(null),
            address.flatMap(one -> mayHold(who, one)).orElse(null)));
    return "people/copies/" + view;
  }

  private static String answerable(TwoPeople.Asked one) {
    return "/second-person/" + one.id();
  }

  /// That somebody agreed to the address for one copy of the reader's, in words.
  private Optional<String> mayHold(SignedIn who, TwoPeople.Asked one) {
    boolean may = one.by().equals(who.user()) && one.isAgreed() && one.inTime() && !one.used();
    return may
        ? Optional.of(words.say("people.copies.address.for", one.agreer(), one.forWhom()))
        : Optional.empty();
  }
}
