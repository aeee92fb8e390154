package org.sightline.engagement.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
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

/// One day for a round, by which students hear what the school did: the closing words, the help
/// slip, the consent form and the poster all say it (A37, A57, A68).
@Controller
@OnlyFor(Role.ROUND_OWNER)
@RequestMapping("/engagement/rounds/{round}/telling")
class TellingController {

  private final Rounds rounds;
  private final Words words;

  TellingController(Rounds rounds, Words words) {
    this.rounds = rounds;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String round, Model model) {
    var found = owned(who, round);
    var filled = Filled.empty().put("day", found.tellBy()).put("was", found.tellBy().toString());
    return page(found, filled, model);
  }

  @PostMapping
  String set(
      SignedIn who,
      @PathVariable String round,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var found = owned(who, round);
    var filled = new Filled(form);
    var day = filled.day("day");
    var was = was(filled);
    if (day == null || was == null) {
      filled.problem("day", words.say("engagement.planning.telling.missing"));
      response.setStatus(422);
      return page(found, filled, model);
    }
    try {
      rounds.tellBy(who, found.id(), was, day);
    } catch (Stale stale) {
      filled.problem("day", stale.sentence());
      response.setStatus(412);
      return page(found, filled.put("was", found.tellBy().toString()), model);
    } catch (Refused refused) {
      filled.problem("day", refused.sentence());
      response.setStatus(422);
      return page(found, filled, model);
    }
    Notice.leave(redirect, words.say("engagement.planning.telling.set"));
    return "redirect:/engagement/rounds/" + found.id();
  }

  private static @Nullable LocalDate was(Filled filled) {
    try {
      return LocalDate.parse(filled.text("was"));
    } catch (DateTimeParseException tampered) {
      return null;
    }
  }

  private Round owned(SignedIn who, String round) {
    var found = rounds.find(who, WorkspaceId.of(round));
    if (!rounds.rolesIn(who, found.id()).contains(Role.ROUND_OWNER)) {
      throw new NotThere();
    }
    return found;
  }

  private static String page(Round round, Filled filled, Model model) {
    model.addAttribute("page", new TellingPage(round, filled));
    return "engagement/planning/telling";
  }
}
