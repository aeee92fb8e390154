package org.sightline.engagement.consent;

import jakarta.servlet.http.HttpServletResponse;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.kernel.Ids;
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

/// The list of a session: inviting, giving out forms, and who has not returned one.
@Controller
@RequestMapping("/engagement/sessions/{session}/consent")
class RegisterController {

  private final Register register;
  private final ConsentTexts texts;
  private final Rounds rounds;
  private final Sessions sessions;
  private final Words words;

  RegisterController(
      Register register, ConsentTexts texts, Rounds rounds, Sessions sessions, Words words) {
    this.register = register;
    this.texts = texts;
    this.rounds = rounds;
    this.sessions = sessions;
    this.words = words;
  }

  @GetMapping
  String list(SignedIn who, @PathVariable String session, Model model) {
    var filled = Filled.empty().put("form", FormKind.STANDARD.slug()).put("copies", "8");
    model.addAttribute("page", page(who, SessionId.of(session), filled));
    return "engagement/consent/register";
  }

  @PostMapping("/invitations")
  String invite(
      SignedIn who,
      @PathVariable String session,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    var filled = new Filled(form);
    var invited = Invitations.read(filled, "people");
    if (filled.hasProblems()) {
      response.setStatus(422);
      model.addAttribute("page", page(who, id, filled));
      return "engagement/consent/register";
    }
    register.invite(who, id, invited);
    Notice.leave(redirect, words.count("engagement.consent.register.invited", invited.size()));
    return "redirect:/engagement/sessions/" + id + "/consent";
  }

  @PostMapping("/issues")
  String issue(
      SignedIn who,
      @PathVariable String session,
      @RequestParam String form,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    register.issueToAll(who, id, FormKind.of(form));
    Notice.leave(redirect, words.say("engagement.consent.register.issued-now"));
    return "redirect:/engagement/sessions/" + id + "/consent";
  }

  @PostMapping("/{invited}/removal")
  String remove(
      SignedIn who,
      @PathVariable String session,
      @PathVariable String invited,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    register.remove(who, id, Ids.parse(invited));
    Notice.leave(redirect, words.say("engagement.consent.register.removed"));
    return "redirect:/engagement/sessions/" + id + "/consent";
  }

  private RegisterPage page(SignedIn who, SessionId id, Filled filled) {
    var session = sessions.find(who, id);
    return new RegisterPage(
        rounds.find(who, session.round()),
        session,
        register.of(who, id),
        texts.inForce(who, session.round()),
        filled);
  }
}
