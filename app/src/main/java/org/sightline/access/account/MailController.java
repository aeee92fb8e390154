package org.sightline.access.account;

import jakarta.servlet.http.HttpServletResponse;
import org.sightline.access.OwnMail;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where mail that something waits goes.
@Controller
@RequestMapping("/your-sign-in/mail")
class MailController {

  private static final String HOME = "redirect:/your-sign-in/mail";

  private final OwnMail own;
  private final Words words;

  MailController(OwnMail own, Words words) {
    this.own = own;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, Model model) {
    return page(who, model, "", null, null);
  }

  @PostMapping
  String give(
      SignedIn who,
      @RequestParam(defaultValue = "") String address,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    if (!own.isAddress(address)) {
      response.setStatus(422);
      return page(who, model, address, words.say("access.mail.wrong-address"), null);
    }
    own.give(who, address);
    Notice.leave(redirect, words.say("access.mail.sent"));
    return HOME;
  }

  @PostMapping("/confirming")
  String confirm(
      SignedIn who,
      @RequestParam(defaultValue = "") String code,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    try {
      own.confirm(who, code);
    } catch (Refused wrong) {
      response.setStatus(422);
      return page(who, model, "", null, wrong.sentence());
    }
    Notice.leave(redirect, words.say("access.mail.confirmed"));
    return HOME;
  }

  @PostMapping("/removing")
  String remove(SignedIn who, RedirectAttributes redirect) {
    own.remove(who);
    Notice.leave(redirect, words.say("access.mail.removed"));
    return HOME;
  }

  private String page(
      SignedIn who,
      Model model,
      String typed,
      @org.jspecify.annotations.Nullable String addressProblem,
      @org.jspecify.annotations.Nullable String codeProblem) {
    model.addAttribute(
        "page", new MailPage(own.of(who.user()).orElse(null), typed, addressProblem, codeProblem));
    return "access/account/mail";
  }
}
