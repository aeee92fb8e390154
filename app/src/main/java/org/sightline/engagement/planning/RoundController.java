package org.sightline.engagement.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.Plans;
import org.sightline.plans.Unfinished;
import org.sightline.web.Fresh;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One round: its page, its team, and its end.
@Controller
class RoundController {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /// Whoever reads in an emergency has no role in the plan, and is not asked to finish it.
  private static final Unfinished NOT_OURS = new Unfinished(0, List.of(), true);

  private final Rounds rounds;
  private final Sessions sessions;
  private final SetUp setUp;
  private final FloorPlans plans;
  private final Plans interventions;
  private final Tellings tellings;
  private final Clock clock;
  private final Words words;

  RoundController(
      Rounds rounds,
      Sessions sessions,
      SetUp setUp,
      FloorPlans plans,
      Plans interventions,
      Tellings tellings,
      Clock clock,
      Words words) {
    this.rounds = rounds;
    this.sessions = sessions;
    this.setUp = setUp;
    this.plans = plans;
    this.interventions = interventions;
    this.tellings = tellings;
    this.clock = clock;
    this.words = words;
  }

  @GetMapping("/engagement/rounds/{round}")
  String round(SignedIn who, @PathVariable String round, Model model) {
    model.addAttribute("page", page(who, WorkspaceId.of(round)));
    return "engagement/planning/round";
  }

  @Fresh
  @PostMapping("/engagement/rounds/{round}/facilitators")
  String addFacilitator(
      SignedIn who,
      @PathVariable String round,
      @RequestParam(defaultValue = "") String colleague,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    rounds.addFacilitator(who, id, new UserId(Ids.parse(colleague)));
    Notice.leave(redirect, words.say("engagement.planning.round.facilitator-added"));
    return "redirect:/engagement/rounds/" + id;
  }

  @GetMapping("/engagement/rounds/{round}/ending")
  String ending(SignedIn who, @PathVariable String round, Model model) {
    var page = page(who, WorkspaceId.of(round));
    if (!page.mayEnd()) {
      return "redirect:/engagement/rounds/" + page.round().id();
    }
    model.addAttribute("page", page);
    model.addAttribute("problem", "");
    return "engagement/planning/ending";
  }

  @PostMapping("/engagement/rounds/{round}/ending")
  String end(
      SignedIn who,
      @PathVariable String round,
      @RequestParam(defaultValue = "") String although,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var id = WorkspaceId.of(round);
    try {
      rounds.end(who, id, although.equals("yes"));
    } catch (PlanUnfinished unfinished) {
      response.setStatus(422);
      model.addAttribute("page", page(who, id));
      model.addAttribute("problem", words.say("engagement.planning.ending.although.missing"));
      return "engagement/planning/ending";
    }
    Notice.leave(redirect, words.say("engagement.planning.ending.ended"));
    return "redirect:/engagement/rounds/" + id;
  }

  private RoundPage page(SignedIn who, WorkspaceId id) {
    var round = rounds.find(who, id);
    var all = sessions.of(who, id);
    var roles = rounds.rolesIn(who, id);
    return new RoundPage(
        round,
        plans.version(who, round.planVersion()),
        round.before() == null ? null : rounds.find(who, round.before()),
        all,
        Coverage.of(all, voices(who, all)),
        rounds.team(who, id),
        roles.contains(Role.ROUND_OWNER) ? rounds.mayJoin(who, id) : List.of(),
        roles,
        roles.isEmpty() ? NOT_OURS : interventions.unfinished(who, id),
        tellings.of(who, id),
        LocalDate.now(clock.withZone(LONDON)));
  }

  private Map<SessionId, List<String>> voices(SignedIn who, List<Session> all) {
    var voices = new HashMap<SessionId, List<String>>();
    for (Session session : all) {
      var answer = setUp.of(who, session.id()).answer("voices");
      if (answer != null) {
        voices.put(session.id(), Arrays.asList(answer.split(",")));
      }
    }
    return voices;
  }
}
