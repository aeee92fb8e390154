package org.sightline.engagement.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.consent.Given.Signing;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
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

/// One young person's form: recording paper, reading it again, and taking it back.
@Controller
@RequestMapping("/engagement/sessions/{session}/consent/{invited}")
class FormsController {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Register register;
  private final OneForm forms;
  private final Words words;
  private final Clock clock;

  FormsController(Register register, OneForm forms, Words words, Clock clock) {
    this.register = register;
    this.forms = forms;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String read(
      SignedIn who, @PathVariable String session, @PathVariable String invited, Model model) {
    var page = forms.page(who, session, invited, Form.english(FormKind.STANDARD), Filled.empty());
    var returned = page.entry().returned();
    if (returned == null) {
      throw new NotThere();
    }
    model.addAttribute(
        "page",
        new FormPage(
            page.round(),
            page.session(),
            page.entry(),
            register.asRead(who, page.session().id(), returned),
            page.team(),
            page.filled()));
    return "engagement/consent/form";
  }

  @GetMapping("/returning")
  String returning(
      SignedIn who,
      @PathVariable String session,
      @PathVariable String invited,
      @RequestParam(required = false) @Nullable String form,
      Model model) {
    var filled = Filled.empty().put("signedOn", LocalDate.now(clock.withZone(LONDON)));
    var kind = form == null ? null : Form.of(form);
    model.addAttribute("page", forms.page(who, session, invited, kind, filled));
    return "engagement/consent/returning";
  }

  @PostMapping("/returning")
  String record(
      SignedIn who,
      @PathVariable String session,
      @PathVariable String invited,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var filled = new Filled(form);
    var kind = Form.of(filled.text("form"));
    forms.needAnswer(filled, "engagement.consent.returning.no-answer");
    var signedOn = filled.day("signedOn");
    if (signedOn != null && signedOn.isAfter(LocalDate.now(clock.withZone(LONDON)))) {
      filled.problem("signedOn", words.say("engagement.consent.returning.future"));
    }
    var explained =
        filled.needed("explainedBy", 100, words.say("engagement.consent.returning.no-explainer"));
    if (filled.hasProblems() || signedOn == null) {
      response.setStatus(422);
      model.addAttribute("page", forms.page(who, session, invited, kind, filled));
      return "engagement/consent/returning";
    }
    forms.keep(who, session, invited, kind, filled, explained, Signing.PAPER, null, signedOn);
    Notice.leave(redirect, words.say("engagement.consent.returning.recorded"));
    return "redirect:/engagement/sessions/" + SessionId.of(session) + "/consent";
  }

  @GetMapping("/withdrawing")
  String withdrawing(
      SignedIn who, @PathVariable String session, @PathVariable String invited, Model model) {
    model.addAttribute("page", forms.page(who, session, invited, null, Filled.empty()));
    return "engagement/consent/withdrawing";
  }

  @PostMapping("/withdrawing")
  String withdraw(
      SignedIn who,
      @PathVariable String session,
      @PathVariable String invited,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    register.withdraw(who, id, Ids.parse(invited));
    Notice.leave(redirect, words.say("engagement.consent.withdrawing.recorded"));
    return "redirect:/engagement/sessions/" + id + "/consent";
  }
}
