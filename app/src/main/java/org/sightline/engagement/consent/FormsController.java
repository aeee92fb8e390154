package org.sightline.engagement.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Colleague;
import org.sightline.engagement.consent.Given.Signing;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
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

/// One young person's form: recording paper, signing on screen, reading it again, and taking it
/// back.
@Controller
@RequestMapping("/engagement/sessions/{session}/consent/{invited}")
class FormsController {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Register register;
  private final Rounds rounds;
  private final Sessions sessions;
  private final Words words;
  private final Clock clock;

  FormsController(Register register, Rounds rounds, Sessions sessions, Words words, Clock clock) {
    this.register = register;
    this.rounds = rounds;
    this.sessions = sessions;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String read(
      SignedIn who, @PathVariable String session, @PathVariable String invited, Model model) {
    var page = page(who, session, invited, FormKind.STANDARD, Filled.empty());
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
    var kind = form == null ? null : FormKind.of(form);
    model.addAttribute("page", page(who, session, invited, kind, filled));
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
    var kind = FormKind.of(filled.text("form"));
    needAnswer(filled, "engagement.consent.returning.no-answer");
    var signedOn = filled.day("signedOn");
    if (signedOn != null && signedOn.isAfter(LocalDate.now(clock.withZone(LONDON)))) {
      filled.problem("signedOn", words.say("engagement.consent.returning.future"));
    }
    var explained =
        filled.needed("explainedBy", 100, words.say("engagement.consent.returning.no-explainer"));
    if (filled.hasProblems() || signedOn == null) {
      response.setStatus(422);
      model.addAttribute("page", page(who, session, invited, kind, filled));
      return "engagement/consent/returning";
    }
    keep(who, session, invited, kind, filled, explained, Signing.PAPER, null, signedOn);
    Notice.leave(redirect, words.say("engagement.consent.returning.recorded"));
    return "redirect:/engagement/sessions/" + SessionId.of(session) + "/consent";
  }

  /// Before the tablet changes hands: which form, and who explains it.
  @GetMapping("/handing-over")
  String handingOver(
      SignedIn who, @PathVariable String session, @PathVariable String invited, Model model) {
    model.addAttribute("page", page(who, session, invited, null, Filled.empty()));
    return "engagement/consent/handing-over";
  }

  @GetMapping("/signing")
  String signing(
      SignedIn who,
      @PathVariable String session,
      @PathVariable String invited,
      @RequestParam String form,
      @RequestParam(defaultValue = "") String explainedBy,
      Model model) {
    var filled = Filled.empty().put("explainedBy", explainedBy);
    model.addAttribute("page", page(who, session, invited, FormKind.of(form), filled));
    return "engagement/consent/signing";
  }

  @PostMapping("/signing")
  String sign(
      SignedIn who,
      @PathVariable String session,
      @PathVariable String invited,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response) {
    var filled = new Filled(form);
    var kind = FormKind.of(filled.text("form"));
    var before = page(who, session, invited, kind, filled);
    boolean yes = needAnswer(filled, "engagement.consent.signing.no-answer");
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
    keep(
        who,
        session,
        invited,
        kind,
        filled,
        filled.text("explainedBy"),
        signing == null ? Signing.MARK : signing,
        signature(filled, signing),
        LocalDate.now(clock.withZone(LONDON)));
    return "redirect:/engagement/sessions/%s/consent/%s/thanks?yes=%s"
        .formatted(SessionId.of(session), Ids.parse(invited), yes);
  }

  @GetMapping("/thanks")
  String thanks(
      SignedIn who, @PathVariable String session, @PathVariable String invited, Model model) {
    var found = sessions.find(who, SessionId.of(session));
    model.addAttribute("back", "/engagement/sessions/" + found.id() + "/consent");
    return "engagement/consent/thanks";
  }

  @GetMapping("/withdrawing")
  String withdrawing(
      SignedIn who, @PathVariable String session, @PathVariable String invited, Model model) {
    model.addAttribute("page", page(who, session, invited, null, Filled.empty()));
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

  private void keep(
      SignedIn who,
      String session,
      String invited,
      FormKind kind,
      Filled filled,
      String explained,
      Signing signing,
      @Nullable String signature,
      LocalDate signedOn) {
    register.record(
        who,
        SessionId.of(session),
        Ids.parse(invited),
        kind,
        wordsRead(filled),
        fills ->
            new Given(
                filled.is("answer", "yes"),
                filled.all("ticked"),
                explained,
                signing,
                signature,
                signedOn,
                fills));
  }

  private boolean needAnswer(Filled filled, String missing) {
    if (!filled.is("answer", "yes") && !filled.is("answer", "no")) {
      filled.problem("answer", words.say(missing));
    }
    return filled.is("answer", "yes");
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

  private static byte[] wordsRead(Filled filled) {
    try {
      return HexFormat.of().parseHex(filled.text("words"));
    } catch (IllegalArgumentException missing) {
      return new byte[0];
    }
  }

  /// @param kind which form, or `null` for the one that was given out
  private FormPage page(
      SignedIn who, String session, String invited, @Nullable FormKind kind, Filled filled) {
    var id = SessionId.of(session);
    var entry = register.find(who, id, Ids.parse(invited));
    var found = sessions.find(who, id);
    var issued = entry.issued() == null ? FormKind.STANDARD : entry.issued().form();
    return new FormPage(
        rounds.find(who, found.round()),
        found,
        entry,
        register.shown(who, id, kind == null ? issued : kind),
        team(who, found),
        filled);
  }

  private List<Colleague> team(SignedIn who, org.sightline.engagement.planning.Session session) {
    return rounds.team(who, session.round());
  }
}
