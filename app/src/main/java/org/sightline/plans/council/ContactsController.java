package org.sightline.plans.council;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.documents.Message;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.ContactUse;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.plans.Measures;
import org.sightline.plans.pages.Telling;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/plans/council-contacts")
class ContactsController {

  private final CouncilContacts contacts;
  private final Measures measures;
  private final Telling telling;
  private final Words words;

  ContactsController(CouncilContacts contacts, Measures measures, Telling telling, Words words) {
    this.contacts = contacts;
    this.measures = measures;
    this.telling = telling;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who,
      @RequestParam(required = false) @Nullable String school,
      @RequestParam(required = false) @Nullable String contact,
      Model model) {
    var at = school(who, school);
    var form = Answers.none(words).with("version", 0).with("contact", UUID.randomUUID());
    if (contact != null) {
      var held = one(who, at, contact);
      form.with("version", held.version())
          .with("contact", held.id())
          .with("use", held.use())
          .with("area", held.area())
          .with("team", held.team())
          .with("email", held.email())
          .with("phone", held.phone());
    }
    return page(who, at, form, model);
  }

  @PostMapping
  String save(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Answers(words, values);
    var at = school(who, form.value("school"));
    var use =
        form.choice("use", ContactUse.class, "plans.contacts.use.missing")
            .orElse(ContactUse.PLACES);
    String area = form.needLines("area", "plans.contacts.area.missing");
    String team = form.needLines("team", "plans.contacts.team.missing");
    String email = form.lines("email");
    String phone = form.lines("phone");
    if (email == null && phone == null) {
      form.problem("email", words.say("plans.contacts.reach.missing"));
    }
    if (email != null && !isAddress(email)) {
      form.problem("email", words.say("plans.contacts.email.wrong"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, at, form, model);
    }
    contacts.save(
        who,
        at,
        new CouncilContact(
            Ids.parse(form.value("contact")),
            form.version(),
            use,
            area,
            team,
            email,
            phone,
            false));
    return saved(at, "plans.contacts.saved", redirect);
  }

  @PostMapping("/use")
  String use(SignedIn who, @RequestParam Map<String, String> values, RedirectAttributes redirect) {
    var form = new Answers(words, values);
    var at = school(who, form.value("school"));
    var held = one(who, at, form.value("contact"));
    boolean retire = !held.retired();
    contacts.save(
        who,
        at,
        new CouncilContact(
            held.id(),
            form.version(),
            held.use(),
            held.area(),
            held.team(),
            held.email(),
            held.phone(),
            retire));
    return saved(at, retire ? "plans.contacts.retired" : "plans.contacts.back", redirect);
  }

  private String saved(WorkspaceId at, String key, RedirectAttributes redirect) {
    Notice.leave(redirect, words.say(key));
    return "redirect:/plans/council-contacts?school=" + at;
  }

  /// As long as an address may be (RFC 5321), asked first: the pattern takes the square of the
  /// length.
  private static boolean isAddress(String email) {
    return email.length() <= 254
        && Message.isAddress(email)
        && email.substring(email.indexOf('@')).contains(".");
  }

  private CouncilContact one(SignedIn who, WorkspaceId at, String id) {
    return contacts.of(who, at).stream()
        .filter(contact -> contact.id().toString().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private String page(SignedIn who, WorkspaceId at, Answers form, Model model) {
    model.addAttribute(
        "page",
        new ContactsPage(
            at.toString(),
            contacts.of(who, at),
            form,
            telling.options("contacts.use", ContactUse.class),
            form.value("contact"),
            form.is("version", "0")));
    return "plans/council/contacts";
  }

  private WorkspaceId school(SignedIn who, @Nullable String school) {
    return school == null || school.isBlank()
        ? measures.schools(who).stream().findFirst().orElseThrow(NotThere::new)
        : WorkspaceId.of(school);
  }
}
