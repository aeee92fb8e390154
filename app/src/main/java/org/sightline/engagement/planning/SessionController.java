package org.sightline.engagement.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.sightline.engagement.planning.SessionDetails.Sitting;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Planning a session, and its task list.
@Controller
class SessionController {

  private final Rounds rounds;
  private final Sessions sessions;
  private final SetUp setUp;
  private final Words words;
  private final Clock clock;

  SessionController(Rounds rounds, Sessions sessions, SetUp setUp, Words words, Clock clock) {
    this.rounds = rounds;
    this.sessions = sessions;
    this.setUp = setUp;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/engagement/rounds/{round}/sessions/new")
  String form(SignedIn who, @PathVariable String round, Model model) {
    var page = newSession(who, round, Filled.empty().put("sitting", Sitting.ONE_LESSON));
    if (page.last() != null) {
      page.filled().put("sitting", page.last().details().sitting()).put("carryOver", "yes");
    }
    model.addAttribute("page", page);
    return "engagement/planning/new-session";
  }

  @PostMapping("/engagement/rounds/{round}/sessions")
  String plan(
      SignedIn who,
      @PathVariable String round,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var page = newSession(who, round, new Filled(form));
    var filled = page.filled();
    var day = filled.day("heldOn");
    var time = filled.time("startsAt");
    if (day == null || time == null) {
      response.setStatus(422);
      model.addAttribute("page", page);
      return "engagement/planning/new-session";
    }
    var details =
        SessionDetails.on(day, time)
            .sitting(filled.choice(Sitting.class, "sitting", Sitting.ONE_LESSON), Map.of());
    var session = sessions.plan(who, page.round().id(), details);
    if (page.last() != null && filled.ticked("carryOver")) {
      setUp.carryOver(who, page.last().id(), session.id());
    }
    Notice.leave(redirect, words.say("engagement.planning.new-session.planned", session.number()));
    return "redirect:/engagement/sessions/" + session.id();
  }

  @GetMapping("/engagement/sessions/{session}")
  String session(SignedIn who, @PathVariable String session, Model model) {
    var state = setUp.of(who, SessionId.of(session));
    var round = rounds.find(who, state.session().round());
    var until = sessions.withdrawalUntil(who, state.session());
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    model.addAttribute("page", SessionPage.of(round, state, new SetUpPrompts(state, until, today)));
    return "engagement/planning/session";
  }

  private NewSessionPage newSession(SignedIn who, String round, Filled filled) {
    var id = WorkspaceId.of(round);
    var roles = rounds.rolesIn(who, id);
    if (!roles.contains(Role.ROUND_OWNER) && !roles.contains(Role.FACILITATOR)) {
      throw new NotThere();
    }
    var planned = sessions.of(who, id);
    return new NewSessionPage(
        rounds.find(who, id), planned.isEmpty() ? null : planned.getLast(), filled);
  }
}
