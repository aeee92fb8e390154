package org.sightline.sharing.governing;

import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.sharing.Agreements;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Into force, by two persons, and out of it.
@Controller
@RequestMapping("/sharing/agreements/{agreement}")
class StepsController {

  private final Agreements agreements;
  private final Words words;

  StepsController(Agreements agreements, Words words) {
    this.agreements = agreements;
    this.words = words;
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping("/asking")
  String ask(SignedIn who, @PathVariable String agreement, RedirectAttributes redirect) {
    UUID id = Ids.parse(agreement);
    agreements.ask(who, id);
    return done(id, "sharing.steps.asked", redirect);
  }

  @PostMapping("/activation")
  String activate(SignedIn who, @PathVariable String agreement, RedirectAttributes redirect) {
    UUID id = Ids.parse(agreement);
    agreements.activate(who, id);
    return done(id, "sharing.steps.activated", redirect);
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping("/suspension")
  String suspend(
      SignedIn who,
      @PathVariable String agreement,
      @RequestParam MultiValueMap<String, String> values,
      RedirectAttributes redirect) {
    UUID id = agreements.find(who, Ids.parse(agreement)).id();
    agreements.suspend(who, id, reason(values));
    return done(id, "sharing.steps.suspended", redirect);
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping("/ending")
  String end(
      SignedIn who,
      @PathVariable String agreement,
      @RequestParam MultiValueMap<String, String> values,
      RedirectAttributes redirect) {
    UUID id = agreements.find(who, Ids.parse(agreement)).id();
    agreements.end(who, id, reason(values));
    return done(id, "sharing.steps.ended", redirect);
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping("/ending/undoing")
  String takeBack(SignedIn who, @PathVariable String agreement, RedirectAttributes redirect) {
    UUID id = agreements.find(who, Ids.parse(agreement)).id();
    agreements.takeBack(who, id);
    return done(id, "sharing.steps.returned", redirect);
  }

  private String reason(MultiValueMap<String, String> values) {
    var form = new Answers(words, values);
    String reason = form.needLines("reason", "sharing.steps.reason.missing");
    if (form.isWrong()) {
      throw new Refused(form.problems().values().iterator().next());
    }
    return reason;
  }

  private String done(UUID id, String key, RedirectAttributes redirect) {
    Notice.leave(redirect, words.say(key));
    return "redirect:/sharing/agreements/" + id;
  }
}
