package org.sightline.engagement.consent;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.sightline.engagement.planning.Filled;
import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
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

/// A school translates its consent form, or has it translated, and types it in here.
@Controller
@RequestMapping("/engagement/rounds/{round}/consent-text/translating")
class TranslatingController {

  private static final String LINE = "t:";
  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  private final ConsentTexts texts;
  private final Rounds rounds;
  private final Words words;

  TranslatingController(ConsentTexts texts, Rounds rounds, Words words) {
    this.texts = texts;
    this.rounds = rounds;
    this.words = words;
  }

  @GetMapping
  String translating(
      SignedIn who, @PathVariable String round, @RequestParam String language, Model model) {
    var id = WorkspaceId.of(round);
    var version = texts.inForce(who, id);
    var filled = Filled.empty().put("version", version.number());
    var before = version.text().translations().get(language);
    if (before != null) {
      filled.put("direction", before.direction());
      before.words().pieces().forEach((key, text) -> filled.put(LINE + key, text));
    }
    model.addAttribute("page", page(who, id, language, version, filled));
    return "engagement/consent/translating";
  }

  @PostMapping
  String translate(
      SignedIn who,
      @PathVariable String round,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    var filled = new Filled(form);
    var version = texts.inForce(who, id);
    var page = page(who, id, filled.text("language"), version, filled);
    if (!filled.is("direction", "ltr") && !filled.is("direction", "rtl")) {
      filled.problem("direction", words.say("engagement.consent.translations.no-direction"));
    }
    var lines = new LinkedHashMap<String, String>();
    for (String key : page.english().keySet()) {
      lines.put(
          key,
          filled.needed(LINE + key, 2_000, words.say("engagement.consent.translations.no-line")));
    }
    if (filled.hasProblems()) {
      response.setStatus(422);
      model.addAttribute("page", page);
      return "engagement/consent/translating";
    }
    lines.replaceAll((key, text) -> text.replace("\r\n", "\n"));
    var translation =
        new Translation(
            page.language(),
            filled.is("direction", "rtl"),
            Translation.source(version.text()),
            new FormWords(lines));
    try {
      texts.translate(who, id, basedOn(filled), translation, words);
    } catch (Stale late) {
      throw late;
    } catch (Refused lacking) {
      filled.problem(LINE + firstLacking(page.english(), lines), lacking.sentence());
      response.setStatus(422);
      model.addAttribute("page", page);
      return "engagement/consent/translating";
    }
    Notice.leave(redirect, words.say("engagement.consent.translations.saved"));
    return "redirect:/engagement/rounds/" + id + "/consent-text";
  }

  private TranslatingPage page(
      SignedIn who, WorkspaceId id, String language, TextVersion version, Filled filled) {
    if (!texts.mayChange(who, id) || !Translation.languages().containsKey(language)) {
      throw new NotThere();
    }
    return new TranslatingPage(
        rounds.find(who, id), language, Translation.english(version.text(), words), filled);
  }

  /// The first line that has lost a place to be filled in, or else the title.
  private static String firstLacking(Map<String, String> english, Map<String, String> own) {
    return english.entrySet().stream()
        .filter(
            line ->
                PLACE
                    .matcher(line.getValue())
                    .results()
                    .anyMatch(
                        place -> !own.getOrDefault(line.getKey(), "").contains(place.group())))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("title");
  }

  private static int basedOn(Filled filled) {
    try {
      return Integer.parseInt(filled.text("version"));
    } catch (NumberFormatException missing) {
      throw new Stale("This page is out of date. Open it again: your change was not made.");
    }
  }
}
