package org.sightline.sharing.governing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.OrganisationKind;
import org.sightline.sharing.Organisations;
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
@RequestMapping("/sharing/organisations")
class OrganisationsController {

  private final Organisations organisations;
  private final Agreements agreements;
  private final Saying saying;
  private final Words words;

  OrganisationsController(
      Organisations organisations, Agreements agreements, Saying saying, Words words) {
    this.organisations = organisations;
    this.agreements = agreements;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, Model model) {
    requireKeeper(who);
    return page(who, Answers.none(words), model);
  }

  @PostMapping
  String add(
      SignedIn who,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireKeeper(who);
    var form = new Answers(words, values);
    String name = form.needLines("name", "sharing.organisations.name.missing");
    var kind = form.choice("kind", OrganisationKind.class, "sharing.organisations.kind.missing");
    var schools = schools(who);
    String school = form.value("school");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, form, model);
    }
    organisations.add(
        who, kind.orElseThrow(), name, schools.containsKey(school) ? WorkspaceId.of(school) : null);
    Notice.leave(redirect, words.say("sharing.organisations.added"));
    return "redirect:/sharing/organisations";
  }

  @PostMapping("/{organisation}/retirement")
  String retire(SignedIn who, @PathVariable String organisation, RedirectAttributes redirect) {
    requireKeeper(who);
    var id = Ids.parse(organisation);
    var one =
        organisations.all(who).stream()
            .filter(o -> o.id().equals(id))
            .findFirst()
            .orElseThrow(NotThere::new);
    organisations.retire(who, id, !one.retired());
    Notice.leave(
        redirect,
        words.say(one.retired() ? "sharing.organisations.back" : "sharing.organisations.retired"));
    return "redirect:/sharing/organisations";
  }

  private String page(SignedIn who, Answers form, Model model) {
    model.addAttribute(
        "page",
        new OrganisationsPage(
            organisations.all(who), form, saying.options(OrganisationKind.class), schools(who)));
    return "sharing/governing/organisations";
  }

  private Map<String, String> schools(SignedIn who) {
    var schools = new LinkedHashMap<String, String>();
    organisations
        .schoolsWithout(who)
        .forEach((school, name) -> schools.put(school.toString(), name));
    return schools;
  }

  private void requireKeeper(SignedIn who) {
    if (!agreements.keeps(who)) {
      throw new NotThere();
    }
  }
}
