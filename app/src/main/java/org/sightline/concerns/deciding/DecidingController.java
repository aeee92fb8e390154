package org.sightline.concerns.deciding;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.concerns.ConcernForm;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.Following;
import org.sightline.concerns.Following.Decision;
import org.sightline.concerns.StepKind;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class DecidingController {

  private static final int LONGEST = 10_000;

  private final Following following;
  private final ConcernForm form;
  private final Words words;

  DecidingController(Following following, ConcernForm form, Words words) {
    this.following = following;
    this.form = form;
    this.words = words;
  }

  @GetMapping("/concerns/{id}/decision")
  String show(SignedIn who, @PathVariable String id, Model model) {
    return page(who, ConcernId.of(id), Map.of(), Map.of(), model);
  }

  @PostMapping("/concerns/{id}/decision")
  String decide(
      SignedIn who,
      @PathVariable String id,
      @RequestParam(defaultValue = "-1") int version,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    var concern = ConcernId.of(id);
    var problems = problems(typed);
    if (!problems.isEmpty()) {
      response.setStatus(422);
      return page(who, concern, typed, problems, model);
    }
    boolean ends = field(typed, "ends").equals("yes");
    try {
      following.decide(who, concern, version, decision(typed, ends));
    } catch (Stale stale) {
      response.setStatus(412);
      return page(who, concern, typed, Map.of("reason", stale.sentence()), model);
    }
    Notice.leave(redirect, words.say("concerns.deciding." + (ends ? "closed" : "decided")));
    return "redirect:/concerns/" + concern;
  }

  private Decision decision(Map<String, String> typed, boolean ends) {
    String told = field(typed, "told");
    return new Decision(
        form.outcome(field(typed, "outcome")).orElseThrow(NotThere::new),
        field(typed, "reason"),
        told.isEmpty() ? null : told,
        ends);
  }

  private Map<String, String> problems(Map<String, String> typed) {
    var problems = new LinkedHashMap<String, String>();
    if (form.outcome(field(typed, "outcome")).isEmpty()) {
      problems.put("outcome", words.say("concerns.concern-form.closing.outcomeMissing"));
    }
    if (field(typed, "reason").isEmpty()) {
      problems.put("reason", words.say("concerns.concern-form.closing.reasonMissing"));
    }
    if (field(typed, "told").isEmpty()) {
      problems.put("told", words.say("concerns.deciding.told.missing"));
    }
    for (String field : new String[] {"reason", "told"}) {
      if (field(typed, field).length() > LONGEST) {
        problems.put(field, words.say("concerns.raising.too-long", field(typed, field).length()));
      }
    }
    if (!field(typed, "ends").matches("yes|no")) {
      problems.put("ends", words.say("concerns.deciding.ends.missing"));
    }
    return problems;
  }

  private static String field(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "").strip();
  }

  private String page(
      SignedIn who,
      ConcernId id,
      Map<String, String> typed,
      Map<String, String> problems,
      Model model) {
    var concern = following.open(who, id).concern();
    if (concern.state().after(StepKind.CLOSED).isEmpty()) {
      throw new Refused(words.say("concerns.deciding.already-closed"));
    }
    model.addAttribute(
        "page",
        new DecidingPage(
            id.toString(), id.receipt(), concern.version(), form.outcomes(), typed, problems));
    return "concerns/deciding/decision";
  }
}
