package org.sightline.engagement.planning;

import org.sightline.engagement.marks.ClassCode;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Notice;
import org.sightline.web.Qr;
import org.sightline.web.Sites;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Starting a session: what is ready, the gate, and the class code for the board.
@Controller
class StartingController {

  private static final int QR_SIZE = 260;

  private final Rounds rounds;
  private final Sessions sessions;
  private final SetUp setUp;
  private final Sites sites;
  private final Words words;

  StartingController(Rounds rounds, Sessions sessions, SetUp setUp, Sites sites, Words words) {
    this.rounds = rounds;
    this.sessions = sessions;
    this.setUp = setUp;
    this.sites = sites;
    this.words = words;
  }

  @GetMapping("/engagement/sessions/{session}/starting")
  String readiness(SignedIn who, @PathVariable String session, Model model) {
    model.addAttribute("page", page(who, SessionId.of(session)));
    return "engagement/planning/starting";
  }

  @PostMapping("/engagement/sessions/{session}/starting")
  String start(SignedIn who, @PathVariable String session, RedirectAttributes redirect) {
    var id = SessionId.of(session);
    sessions.start(who, id);
    Notice.leave(redirect, words.say("engagement.planning.starting.started"));
    return "redirect:/engagement/sessions/" + id;
  }

  /// For the board: nothing else is on it.
  @GetMapping("/engagement/sessions/{session}/class-code")
  String classCode(SignedIn who, @PathVariable String session, Model model) {
    model.addAttribute("page", page(who, SessionId.of(session)));
    return "engagement/planning/class-code";
  }

  private StartingPage page(SignedIn who, SessionId id) {
    var state = setUp.of(who, id);
    if (!state.mayRun()) {
      throw new NotThere();
    }
    var session = state.session();
    var plan = session.responsePlan();
    var address = sites.studentUrl() + "/#" + session.classCode();
    return new StartingPage(
        rounds.find(who, session.round()),
        state,
        plan == null ? null : state.name(plan.lead()),
        new ClassCode(session.classCode()).printed(),
        sites.studentUrl().toString(),
        Qr.of(address, words.say("engagement.planning.starting.qr")).svg(QR_SIZE));
  }
}
