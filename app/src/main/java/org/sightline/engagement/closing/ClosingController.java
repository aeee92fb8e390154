package org.sightline.engagement.closing;

import jakarta.servlet.http.HttpServletResponse;
import org.sightline.engagement.marks.Marks;
import org.sightline.engagement.planning.Session;
import org.sightline.engagement.planning.SessionId;
import org.sightline.engagement.planning.Sessions;
import org.sightline.engagement.running.Run;
import org.sightline.engagement.running.Runs;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/engagement/sessions/{session}/closing")
class ClosingController {

  private final Sessions sessions;
  private final Runs runs;
  private final Marks marks;
  private final Words words;

  ClosingController(Sessions sessions, Runs runs, Marks marks, Words words) {
    this.sessions = sessions;
    this.runs = runs;
    this.marks = marks;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String session, Model model) {
    Session found = sessions.find(who, SessionId.of(session));
    if (found.state() == Session.State.PLANNED) {
      throw new Refused(words.say("engagement.running.not-started"));
    }
    Run run = runs.of(who, found);
    // Nobody counted them on the run sheet: then no number is suggested.
    return page(found, ClosingForm.blank(run.mapsOut()), model);
  }

  /// Maps on paper that nobody has keyed are lost at the close. Where fewer are here than were
  /// counted in, it is asked once more, and whoever ticks goes on (A55).
  @PostMapping
  String close(
      SignedIn who,
      @PathVariable String session,
      @RequestParam(defaultValue = "") String out,
      @RequestParam(defaultValue = "") String without,
      Model model,
      HttpServletResponse response) {
    Session found = sessions.find(who, SessionId.of(session));
    if (!out.strip().matches("\\d{1,3}") || Integer.parseInt(out.strip()) > 500) {
      response.setStatus(422);
      return page(
          found, ClosingForm.problem(out, "out", words.say("engagement.closing.out-wrong")), model);
    }
    if (found.state() == Session.State.OPEN && without.isEmpty()) {
      int counted = runs.of(who, found).mapsIn();
      int here = marks.received(who, found);
      if (counted > here) {
        response.setStatus(422);
        var fewer = words.say("engagement.closing.fewer", counted, here);
        return page(found, ClosingForm.problem(out, "without", fewer), model);
      }
    }
    marks.close(who, found.id(), Integer.parseInt(out.strip()));
    return "redirect:/engagement/sessions/" + found.id() + "/closing";
  }

  private static String page(Session session, ClosingForm form, Model model) {
    model.addAttribute("held", session);
    model.addAttribute("form", form);
    return "engagement/closing/closing";
  }
}
