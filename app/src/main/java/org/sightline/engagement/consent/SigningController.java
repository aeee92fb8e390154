package org.sightline.engagement.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.engagement.consent.Given.Signing;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.web.HandedOver;
import org.sightline.web.NotKept;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Signing on screen: an adult chooses the form and hands the tablet over. Who explains it travels
/// by number; no address carries a name (WB-06).
@NotKept
@Controller
@RequestMapping("/engagement/sessions/{session}/consent/{invited}")
class SigningController {

  private final OneForm forms;
  private final Sessions sessions;
  private final Words words;
  private final Clock clock;

  SigningController(OneForm forms, Sessions sessions, Words words, Clock clock) {
    this.forms = forms;
    this.sessions = sessions;
    this.words = words;
    this.clock = clock;
  }

  /// Before the tablet changes hands: which form, and who explains it.
  @GetMapping("/handing-over")
  String handingOver(
      SignedIn who, @PathVariable String session, @PathVariable String invited, Model model) {
    var filled = Filled.empty().put("explainedBy", who.user());
    model.addAttribute("page", forms.page(who, session, invited, null, filled));
    return "engagement/consent/handing-over";
  }

  @HandedOver
  @GetMapping("/signing")
  String signing(
      SignedIn who,
      @PathVariable String session,
      @PathVariable String invited,
      @RequestParam String form,
      @RequestParam(defaultValue = "") String explainedBy,
      Model model) {
    var filled = Filled.empty().put("explainedBy", explainedBy);
    model.addAttribute("page", forms.page(who, session, invited, Form.of(form), filled));
    return "engagement/consent/signing";
  }

  @HandedOver
  @PostMapping("/signing")
  String sign(
      SignedIn who,
      @PathVariable String session,
      @PathVariable String invited,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    var filled = new Filled(form);
    var kind = Form.of(filled.text("form"));
    var before = forms.page(who, session, invited, kind, filled);
    boolean yes = forms.needAnswer(filled, "engagement.consent.signing.no-answer");
    if (yes && filled.all("ticked").size() < before.words().statements().size()) {
      filled.problem("ticked", words.say("engagement.consent.signing.not-all"));
    }
    var signing = signing(filled);
    if (yes && signing == null) {
      filled.problem("typed", words.say("engagement.consent.signing.no-signature"));
    }
    if (filled.hasProblems()) {
      response.setStatus(422);
      model.addAttribute("page", before);
      return "engagement/consent/signing";
    }
    forms.keep(
        who,
        session,
        invited,
        kind,
        filled,
        explainer(who, before),
        signing == null ? Signing.MARK : signing,
        signature(filled, signing),
        LocalDate.now(clock.withZone(ZoneId.of("Europe/London"))));
    return "redirect:/engagement/sessions/%s/consent/%s/thanks?yes=%s"
        .formatted(SessionId.of(session), Ids.parse(invited), yes);
  }

  @HandedOver
  @GetMapping("/thanks")
  String thanks(
      SignedIn who, @PathVariable String session, @PathVariable String invited, Model model) {
    var found = sessions.find(who, SessionId.of(session));
    model.addAttribute("back", "/engagement/sessions/" + found.id() + "/consent");
    return "engagement/consent/thanks";
  }

  /// The name of a colleague by their number; whoever hands over, where it is none of theirs.
  private static String explainer(SignedIn who, FormPage page) {
    return page.team().stream()
        .filter(colleague -> page.filled().is("explainedBy", colleague.id().toString()))
        .findFirst()
        .or(() -> page.team().stream().filter(one -> one.id().equals(who.user())).findFirst())
        .map(Colleague::name)
        .orElse("");
  }

  private static @Nullable Signing signing(Filled filled) {
    if (Given.isPath(filled.text("drawn"))) {
      return Signing.DRAWN;
    }
    if (filled.ticked("mark")) {
      return Signing.MARK;
    }
    return filled.ticked("typed") && filled.text("typed").length() <= 100 ? Signing.TYPED : null;
  }

  private static @Nullable String signature(Filled filled, @Nullable Signing signing) {
    if (signing == Signing.DRAWN) {
      return filled.text("drawn");
    }
    return signing == Signing.TYPED ? filled.text("typed") : null;
  }
}
