package org.sightline.sharing.codes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.CommonFlag;
import org.sightline.sharing.LocalCodes;
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
@RequestMapping("/sharing/codes")
class CodesController {

  private static final int LONGEST_CODE = 40;

  private final LocalCodes codes;
  private final Organisations organisations;
  private final Agreements agreements;
  private final Saying saying;
  private final Words words;

  CodesController(
      LocalCodes codes,
      Organisations organisations,
      Agreements agreements,
      Saying saying,
      Words words) {
    this.codes = codes;
    this.organisations = organisations;
    this.agreements = agreements;
    this.saying = saying;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, Model model) {
    return page(who, Answers.none(words), model);
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping
  String add(
      SignedIn who,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requireKeeper(who);
    var form = new Answers(words, values);
    var offered = offered(who);
    String organisation = form.value("organisation");
    if (!offered.containsKey(organisation)) {
      form.problem("organisation", words.say("sharing.codes.organisation.missing"));
    }
    String code = form.needLine("code", "sharing.codes.code.missing");
    if (code.length() > LONGEST_CODE) {
      form.problem("code", words.say("sharing.codes.code.long", LONGEST_CODE));
    }
    var flag = form.choice("flag", CommonFlag.class, "sharing.codes.flag.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, form, model);
    }
    codes.add(who, Ids.parse(organisation), code, form.line("meaning"), flag.orElseThrow());
    Notice.leave(redirect, words.say("sharing.codes.added"));
    return "redirect:/sharing/codes";
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping("/{code}/{which:ending|return}")
  String end(
      SignedIn who,
      @PathVariable String code,
      @PathVariable String which,
      RedirectAttributes redirect) {
    requireKeeper(who);
    boolean ended = which.equals("ending");
    codes.end(who, Ids.parse(code), ended);
    Notice.leave(redirect, words.say(ended ? "sharing.codes.ended" : "sharing.codes.back"));
    return "redirect:/sharing/codes";
  }

  private String page(SignedIn who, Answers form, Model model) {
    model.addAttribute(
        "page",
        new CodesPage(
            codes.all(who),
            agreements.keeps(who),
            form,
            offered(who),
            saying.options(CommonFlag.class)));
    return "sharing/codes/codes";
  }

  private Map<String, String> offered(SignedIn who) {
    var offered = new LinkedHashMap<String, String>();
    organisations.all(who).stream()
        .filter(one -> !one.retired())
        .forEach(one -> offered.put(one.id().toString(), one.name()));
    return offered;
  }

  private void requireKeeper(SignedIn who) {
    if (!agreements.keeps(who)) {
      throw new NotThere();
    }
  }
}
