package org.sightline.engagement.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
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

/// The words of the consent form, and whether the round is research.
@Controller
@RequestMapping("/engagement/rounds/{round}")
class TextController {

  private final ConsentTexts texts;
  private final Rounds rounds;
  private final Words words;

  TextController(ConsentTexts texts, Rounds rounds, Words words) {
    this.texts = texts;
    this.rounds = rounds;
    this.words = words;
  }

  @GetMapping("/consent-text")
  String text(SignedIn who, @PathVariable String round, Model model) {
    model.addAttribute("page", page(who, WorkspaceId.of(round), Filled.empty()));
    return "engagement/consent/text";
  }

  @GetMapping("/consent-text/versions/{number}")
  String version(
      SignedIn who, @PathVariable String round, @PathVariable String number, Model model) {
    var page = page(who, WorkspaceId.of(round), Filled.empty());
    var version =
        page.versions().stream()
            .filter(v -> String.valueOf(v.number()).equals(number))
            .findFirst()
            .orElseThrow(NotThere::new);
    model.addAttribute(
        "page",
        new TextPage(page.round(), version, page.versions(), null, false, false, page.filled()));
    return "engagement/consent/text";
  }

  @GetMapping("/consent-text/changing")
  String changing(SignedIn who, @PathVariable String round, Model model) {
    var page = page(who, WorkspaceId.of(round), Filled.empty());
    if (!page.mayChange()) {
      throw new NotThere();
    }
    var text = page.version().text();
    var filled = page.filled();
    filled.put("version", page.version().number());
    filled.put("school", text.school()).put("parentalRule", text.parentalRule());
    page.forms()
        .forEach(
            (form, formWords) ->
                formWords.pieces().forEach((key, piece) -> filled.put(form + ":" + key, piece)));
    model.addAttribute("page", page);
    return "engagement/consent/changing";
  }

  @PostMapping("/consent-text/changing")
  String change(
      SignedIn who,
      @PathVariable String round,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    var filled = new Filled(form);
    var page = page(who, id, filled);
    filled.needed("school", 100, words.say("engagement.consent.text.no-school"));
    filled.names().forEach(filled::textIfAny);
    if (filled.hasProblems()) {
      response.setStatus(422);
      model.addAttribute("page", page);
      return "engagement/consent/changing";
    }
    try {
      texts.change(who, id, basedOn(filled), read(filled, page));
    } catch (Stale late) {
      throw late;
    } catch (Refused lacking) {
      filled.problem("words", lacking.sentence());
      response.setStatus(422);
      model.addAttribute("page", page);
      return "engagement/consent/changing";
    }
    Notice.leave(redirect, words.say("engagement.consent.text.changed"));
    return "redirect:/engagement/rounds/" + id + "/consent-text";
  }

  @PostMapping("/research")
  String declare(
      SignedIn who,
      @PathVariable String round,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    var filled = new Filled(form);
    var body = filled.needed("body", 120, words.say("engagement.consent.research.no-body"));
    var ethics = filled.needed("ethics", 300, words.say("engagement.consent.research.no-ethics"));
    if (filled.hasProblems()) {
      response.setStatus(422);
      model.addAttribute("page", page(who, id, filled));
      return "engagement/consent/text";
    }
    texts.declare(who, id, new Research(body, ethics));
    Notice.leave(redirect, words.say("engagement.consent.research.declared"));
    return "redirect:/engagement/rounds/" + id + "/consent-text";
  }

  private TextPage page(SignedIn who, WorkspaceId id, Filled filled) {
    return new TextPage(
        rounds.find(who, id),
        texts.inForce(who, id),
        texts.versions(who, id),
        texts.research(who, id).orElse(null),
        texts.mayChange(who, id),
        rounds.rolesIn(who, id).contains(Role.ROUND_OWNER),
        filled);
  }

  private static int basedOn(Filled filled) {
    try {
      return Integer.parseInt(filled.text("version"));
    } catch (NumberFormatException missing) {
      throw new Stale("This page is out of date. Open it again: your change was not made.");
    }
  }

  private static ConsentText read(Filled filled, TextPage page) {
    var forms = page.forms();
    return new ConsentText(
        filled.text("school"),
        filled.text("parentalRule"),
        words(filled, "standard", forms.get("standard")),
        words(filled, "easy-read", forms.get("easy-read")),
        page.version().text().translations());
  }

  /// Browsers end lines their own way; the words do not.
  private static FormWords words(
      Filled filled, String form, @org.jspecify.annotations.Nullable FormWords old) {
    var pieces = new LinkedHashMap<String, String>();
    if (old != null) {
      old.pieces()
          .forEach(
              (key, text) ->
                  pieces.put(
                      key,
                      filled.names().contains(form + ":" + key)
                          ? filled.text(form + ":" + key).replace("\r\n", "\n")
                          : text));
    }
    return new FormWords(pieces);
  }
}
