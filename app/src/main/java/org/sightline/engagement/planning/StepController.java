package org.sightline.engagement.planning;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
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

/// The pages of the nine set-up steps.
@Controller
class StepController {

  private final Rounds rounds;
  private final Sessions sessions;
  private final SetUp setUp;
  private final Words words;
  private final Clock clock;

  StepController(Rounds rounds, Sessions sessions, SetUp setUp, Words words, Clock clock) {
    this.rounds = rounds;
    this.sessions = sessions;
    this.setUp = setUp;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/engagement/sessions/{session}/steps/{step}")
  String step(SignedIn who, @PathVariable String session, @PathVariable String step, Model model) {
    var known = SetUpSteps.shipped().step(step);
    var state = state(who, SessionId.of(session), known);
    model.addAttribute("page", page(who, state, known, StepForm.filled(state, known)));
    return "engagement/planning/step";
  }

  @PostMapping("/engagement/sessions/{session}/steps/{step}")
  String save(
      SignedIn who,
      @PathVariable String session,
      @PathVariable String step,
      @RequestParam MultiValueMap<String, String> form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    var known = SetUpSteps.shipped().step(step);
    var state = setUp.of(who, id);
    var filled = new Filled(form);
    var change = StepForm.read(filled, state, known);
    if (filled.hasProblems()) {
      response.setStatus(422);
      model.addAttribute("page", page(who, state, known, filled));
      return "engagement/planning/step";
    }
    setUp.save(who, id, basedOn(filled), known.id(), change);
    Notice.leave(redirect, words.say("engagement.planning.step.saved", known.title()));
    return "redirect:/engagement/sessions/" + id + next(filled, known);
  }

  private static String next(Filled filled, SetUpSteps.Step step) {
    var after = SetUpSteps.shipped().after(step);
    if (filled.is("then", "stay")) {
      return "/steps/" + step.id();
    }
    return filled.is("then", "next") && after != null ? "/steps/" + after.id() : "";
  }

  private static int basedOn(Filled filled) {
    try {
      return Integer.parseInt(filled.text("version"));
    } catch (NumberFormatException missing) {
      throw new Stale("This page is out of date. Open it again: your change was not made.");
    }
  }

  /// The page about the participants says which students were talked about: opening it is recorded.
  private SetUpState state(SignedIn who, SessionId id, SetUpSteps.Step step) {
    return step.id().equals("participants") ? setUp.participants(who, id) : setUp.of(who, id);
  }

  private StepPage page(SignedIn who, SetUpState state, SetUpSteps.Step step, Filled filled) {
    var session = state.session();
    var until = sessions.withdrawalUntil(who, session);
    var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    var prompts = new SetUpPrompts(state, until, today);
    return new StepPage(
        rounds.find(who, session.round()),
        state,
        step,
        prompts.of(step).stream()
            .map(put -> new StepPage.Prompt(put.field(), put.text(), answered(state, put.answer())))
            .toList(),
        filled,
        until.deadline(),
        SetUpSteps.shipped().after(step));
  }

  private @Nullable String answered(SetUpState state, @Nullable Answer answer) {
    return answer == null
        ? null
        : words.say(
            "engagement.planning.step.answered", state.name(answer.by()), DayWords.of(answer.on()));
  }
}
