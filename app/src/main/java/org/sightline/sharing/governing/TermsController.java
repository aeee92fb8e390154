package org.sightline.sharing.governing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.Basis;
import org.sightline.sharing.Category;
import org.sightline.sharing.Organisations;
import org.sightline.sharing.Purpose;
import org.sightline.sharing.Saying;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
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

@Controller
@OnlyFor(Role.GOVERNANCE)
@RequestMapping("/sharing/agreements")
class TermsController {

  private final Agreements agreements;
  private final Organisations organisations;
  private final Saying saying;
  private final Words words;

  TermsController(Agreements agreements, Organisations organisations, Saying saying, Words words) {
    this.agreements = agreements;
    this.organisations = organisations;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping("/new")
  String empty(SignedIn who, Model model) {
    requireKeeper(who);
    return page(who, null, Answers.none(words), model);
  }

  @PostMapping("/new")
  String add(
      SignedIn who,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireKeeper(who);
    var form = new Answers(words, values);
    var terms = TermsForm.read(words, form, organisations.all(who));
    if (terms.isEmpty()) {
      response.setStatus(422);
      return page(who, null, form, model);
    }
    var id = agreements.add(who, terms.get());
    Notice.leave(redirect, words.say("sharing.form.added"));
    return "redirect:/sharing/agreements/" + id;
  }

  @GetMapping("/{agreement}/change")
  String filled(SignedIn who, @PathVariable String agreement, Model model) {
    requireKeeper(who);
    var latest = agreements.find(who, Ids.parse(agreement)).latest();
    return page(who, agreement, TermsForm.filled(words, latest.terms(), latest.number()), model);
  }

  @PostMapping("/{agreement}/change")
  String change(
      SignedIn who,
      @PathVariable String agreement,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireKeeper(who);
    var id = agreements.find(who, Ids.parse(agreement)).id();
    var form = new Answers(words, values);
    var terms = TermsForm.read(words, form, organisations.all(who));
    if (terms.isEmpty()) {
      response.setStatus(422);
      return page(who, id.toString(), form, model);
    }
    agreements.change(who, id, form.version(), terms.get());
    Notice.leave(redirect, words.say("sharing.form.changed"));
    return "redirect:/sharing/agreements/" + id;
  }

  private String page(SignedIn who, @Nullable String agreement, Answers form, Model model) {
    Map<String, String> known = new LinkedHashMap<>();
    organisations.all(who).stream()
        .filter(one -> !one.retired() || form.has("parties", one.id().toString()))
        .forEach(one -> known.put(one.id().toString(), one.name()));
    model.addAttribute(
        "page",
        new TermsPage(
            agreement,
            form,
            saying.options(Basis.class),
            saying.options(Purpose.class),
            saying.options(Category.class),
            known,
            TermsForm.shown(form)));
    return "sharing/governing/terms";
  }

  private void requireKeeper(SignedIn who) {
    if (!agreements.keeps(who)) {
      throw new NotThere();
    }
  }
}
