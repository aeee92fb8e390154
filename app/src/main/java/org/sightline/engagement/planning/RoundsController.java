package org.sightline.engagement.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The list of rounds, and a new one.
@Controller
class RoundsController {

  private final Rounds rounds;
  private final Sessions sessions;
  private final Words words;

  RoundsController(Rounds rounds, Sessions sessions, Words words) {
    this.rounds = rounds;
    this.sessions = sessions;
    this.words = words;
  }

  @GetMapping("/engagement/rounds")
  String list(SignedIn who, @RequestParam(defaultValue = "") String school, Model model) {
    var only = school.isEmpty() ? null : WorkspaceId.of(school);
    String name = only == null ? null : rounds.nameOf(who, only);
    var lines =
        rounds.open(who).stream()
            .filter(round -> only == null || round.school().equals(only))
            .map(round -> new RoundsPage.Line(round, sessions.of(who, round.id())))
            .toList();
    model.addAttribute("page", new RoundsPage(lines, rounds.mayStart(who), name));
    return "engagement/planning/rounds";
  }

  @GetMapping("/engagement/rounds/new")
  String form(SignedIn who, Model model) {
    var page = newRound(who, Filled.empty());
    if (page.plans().size() == 1) {
      page.filled().put("plan", page.plans().getFirst().id().value());
    }
    model.addAttribute("page", page);
    return "engagement/planning/new-round";
  }

  @PostMapping("/engagement/rounds")
  String start(
      SignedIn who,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var page = newRound(who, new Filled(form));
    var filled = page.filled();
    var title = filled.needed("title", 100, words.say("engagement.planning.new-round.no-title"));
    var plan = chosen(page);
    if (plan.isEmpty()) {
      filled.problem("plan", words.say("engagement.planning.new-round.no-plan"));
    }
    if (filled.hasProblems()) {
      response.setStatus(422);
      model.addAttribute("page", page);
      return "engagement/planning/new-round";
    }
    var version = plan.orElseThrow(NotThere::new);
    var round = rounds.start(who, version.school(), title, version.id(), before(filled));
    Notice.leave(redirect, words.say("engagement.planning.new-round.started"));
    return "redirect:/engagement/rounds/" + round.id();
  }

  private NewRoundPage newRound(SignedIn who, Filled filled) {
    if (!rounds.mayStart(who)) {
      throw new NotThere();
    }
    return new NewRoundPage(rounds.plansToStartOn(who), rounds.open(who), filled);
  }

  private static Optional<PlanVersion> chosen(NewRoundPage page) {
    return page.plans().stream()
        .filter(plan -> plan.id().toString().equals(page.filled().text("plan")))
        .findFirst();
  }

  private static @Nullable WorkspaceId before(Filled filled) {
    var before = filled.textIfAny("before");
    return before == null ? null : WorkspaceId.of(before);
  }
}
