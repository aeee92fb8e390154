package org.sightline.sharing.pathways;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.Agreements;
import org.sightline.sharing.Pathway;
import org.sightline.sharing.Pathways;
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
@RequestMapping("/sharing/pathways")
class PathwaysController {

  private final Pathways pathways;
  private final Agreements agreements;
  private final Saying saying;
  private final Words words;

  PathwaysController(Pathways pathways, Agreements agreements, Saying saying, Words words) {
    this.pathways = pathways;
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
    String organisation = form.value("organisation");
    if (!offered(pathways.all(who)).containsKey(organisation)) {
      form.problem("organisation", words.say("sharing.pathways.organisation.missing"));
    }
    var about = form.choice("about", Pathway.About.class, "sharing.pathways.about.missing");
    var turn = form.choice("turn", Pathway.Turn.class, "sharing.pathways.turn.missing");
    String post = form.needLine("post", "sharing.pathways.post.missing");
    String reach = form.needLines("reach", "sharing.pathways.reach.missing");
    String holder = orEmpty(form.line("holder"));
    String hours = orEmpty(form.line("hours"));
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, form, model);
    }
    pathways.add(
        who,
        Ids.parse(organisation),
        about.orElseThrow(),
        turn.orElseThrow(),
        new Pathway.Words(post, holder, reach, hours));
    Notice.leave(redirect, words.say("sharing.pathways.added"));
    return "redirect:/sharing/pathways";
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping("/{step}/{which:ending|return}")
  String end(
      SignedIn who,
      @PathVariable String step,
      @PathVariable String which,
      RedirectAttributes redirect) {
    requireKeeper(who);
    boolean ended = which.equals("ending");
    pathways.end(who, Ids.parse(step), ended);
    Notice.leave(redirect, words.say(ended ? "sharing.pathways.ended" : "sharing.pathways.back"));
    return "redirect:/sharing/pathways";
  }

  private String page(SignedIn who, Answers form, Model model) {
    var all = pathways.all(who);
    model.addAttribute(
        "page",
        new PathwaysPage(
            all,
            agreements.keeps(who),
            form,
            offered(all),
            saying.options(Pathway.About.class),
            saying.options(Pathway.Turn.class)));
    return "sharing/pathways/pathways";
  }

  private static Map<String, String> offered(List<Pathway> all) {
    var offered = new LinkedHashMap<String, String>();
    all.forEach(one -> offered.put(one.organisation().toString(), one.name()));
    return offered;
  }

  private static String orEmpty(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  private void requireKeeper(SignedIn who) {
    if (!agreements.keeps(who)) {
      throw new NotThere();
    }
  }
}
