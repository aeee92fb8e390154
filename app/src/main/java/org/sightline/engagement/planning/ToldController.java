package org.sightline.engagement.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
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

/// "Students were told": the promise of the round, kept and written down (A37, A68).
@Controller
@OnlyFor(Role.ROUND_OWNER)
@RequestMapping("/engagement/rounds/{round}/told")
class ToldController {

  private final Rounds rounds;
  private final Tellings tellings;
  private final Words words;
  private final Clock clock;

  ToldController(Rounds rounds, Tellings tellings, Words words, Clock clock) {
    this.rounds = rounds;
    this.tellings = tellings;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String round, Model model) {
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    return page(who, owned(who, round), Filled.empty().put("on", today), model);
  }

  @PostMapping
  String add(
      SignedIn who,
      @PathVariable String round,
      @RequestParam MultiValueMap<String, String> form,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var found = owned(who, round);
    var filled = new Filled(form);
    var told = told(filled);
    if (told.isPresent()) {
      try {
        tellings.add(who, found.id(), told.get());
        Notice.leave(redirect, words.say("engagement.planning.told.added"));
        return "redirect:/engagement/rounds/" + found.id() + "/told";
      } catch (Refused refused) {
        filled.problem("on", refused.sentence());
      }
    }
    response.setStatus(422);
    return page(who, found, filled, model);
  }

  @PostMapping("/{told}/taking-back")
  String takeBack(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String told,
      RedirectAttributes redirect) {
    var found = owned(who, round);
    tellings.takeBack(who, found.id(), Ids.parse(told));
    Notice.leave(redirect, words.say("engagement.planning.told.taken-back"));
    return "redirect:/engagement/rounds/" + found.id() + "/told";
  }

  private Optional<Told> told(Filled filled) {
    var on = filled.day("on");
    var audience =
        Stream.of(Told.Audience.values())
            .filter(each -> filled.is("audience", each.name()))
            .findFirst();
    var ways = Stream.of(Told.Way.values()).filter(each -> filled.is("ways", each.name())).toList();
    if (audience.isEmpty()) {
      filled.problem("audience", words.say("engagement.planning.told.audience-missing"));
    }
    if (ways.isEmpty()) {
      filled.problem("ways", words.say("engagement.planning.told.ways-missing"));
    }
    return on == null || audience.isEmpty() || ways.isEmpty()
        ? Optional.empty()
        : Optional.of(new Told(UUID.randomUUID(), on, audience.get(), ways));
  }

  private Round owned(SignedIn who, String round) {
    var found = rounds.find(who, WorkspaceId.of(round));
    if (!rounds.rolesIn(who, found.id()).contains(Role.ROUND_OWNER)) {
      throw new NotThere();
    }
    return found;
  }

  private String page(SignedIn who, Round round, Filled filled, Model model) {
    model.addAttribute("page", ToldPage.of(round, tellings.of(who, round.id()), filled, words));
    return "engagement/planning/told";
  }
}
