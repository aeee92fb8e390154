package org.sightline.network.exercises;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.access.Casework;
import org.sightline.access.WorkPurpose;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.network.Exercises;
import org.sightline.network.OwnWords;
import org.sightline.network.Tangents;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The list of exercises, and opening one: first whether anyone is at immediate risk, then the
/// rest.
@Controller
@RequestMapping("/network/exercises")
class OpeningController {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Exercises exercises;
  private final Casework casework;
  private final ExerciseForm forms;
  private final OwnWords own;
  private final Tangents tangents;
  private final Words words;

  OpeningController(
      Exercises exercises,
      Casework casework,
      ExerciseForm forms,
      OwnWords own,
      Tangents tangents,
      Words words) {
    this.exercises = exercises;
    this.casework = casework;
    this.forms = forms;
    this.own = own;
    this.tangents = tangents;
    this.words = words;
  }

  @GetMapping
  String list(SignedIn who, Model model) {
    model.addAttribute("page", new ListPage(exercises.mine(who), !casework.places(who).isEmpty()));
    return "network/exercises/list";
  }

  @GetMapping("/new")
  String risk(
      SignedIn who,
      @RequestParam(defaultValue = "") String practice,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String tangent,
      Model model) {
    requirePlace(who);
    var form = Answers.none(words).with("practice", practice);
    if (tangents.find(who, from, tangent).isPresent()) {
      form.with("from", from).with("tangent", tangent);
    }
    return risk(form, model);
  }

  /// Asks nothing but this, and keeps nothing: the answer goes along with the next form.
  @GetMapping("/new/about")
  String about(
      SignedIn who,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    requirePlace(who);
    var form = new Answers(words, values);
    if (!form.is("risk", "no") && !form.is("risk", "passed-on")) {
      form.problem(
          "risk",
          words.say(
              form.is("risk", "ring")
                  ? "network.exercise.risk.ring-first"
                  : "network.exercise.risk.missing"));
      response.setStatus(422);
      return risk(form, model);
    }
    var begun =
        Answers.none(words)
            .with("risk", form.value("risk"))
            .with("practice", form.value("practice"));
    tangents
        .find(who, form.value("from"), form.value("tangent"))
        .ifPresent(parked -> carry(parked, begun));
    return about(who, begun, model);
  }

  /// What was parked in a session is what the new exercise begins with (B44).
  private void carry(Tangents.Parked parked, Answers form) {
    var from = parked.from();
    var on = LocalDate.ofInstant(parked.said().at(), LONDON);
    form.with("objective", parked.said().words())
        .with(
            "sourceWords", words.say("network.session.tangent.parked", Dates.day(on), from.title()))
        .with("identified", on)
        .with("framework", from.framework())
        .with("unit", from.unit());
  }

  @PostMapping("/new/about")
  String open(
      SignedIn who,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    requirePlace(who);
    var form = new Answers(words, values);
    if (!form.is("risk", "no") && !form.is("risk", "passed-on")) {
      form.problem("risk", words.say("network.exercise.risk.missing"));
      response.setStatus(422);
      return risk(form, model);
    }
    var place =
        casework.places(who).stream()
            .filter(known -> form.is("place", known.id().toString()))
            .findFirst();
    if (place.isEmpty()) {
      form.problem("place", words.say("network.exercise.place.missing"));
    }
    var purpose = forms.purpose(form);
    var opening = forms.opening(who, form, form.isTicked("practice"));
    if (form.isWrong() || place.isEmpty() || purpose == null || opening == null) {
      response.setStatus(422);
      return about(who, form, model);
    }
    var id = exercises.open(who, place.get().id(), purpose, opening);
    Notice.leave(redirect, words.say("network.exercise.opened." + opening.agreement()));
    return "redirect:/network/exercises/" + id;
  }

  private void requirePlace(SignedIn who) {
    if (casework.places(who).isEmpty()) {
      throw new NotThere();
    }
  }

  private String risk(Answers form, Model model) {
    var risks = new LinkedHashMap<String, String>();
    for (String answer : new String[] {"no", "passed-on", "ring"}) {
      risks.put(answer, words.say("network.exercise.risk." + answer));
    }
    model.addAttribute("page", new RiskPage(form, risks));
    return "network/exercises/risk";
  }

  private String about(SignedIn who, Answers form, Model model) {
    var places = new LinkedHashMap<String, String>();
    casework.places(who).forEach(place -> places.put(place.id().toString(), place.name()));
    if (places.size() == 1) {
      form.with("place", places.keySet().iterator().next());
    }
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : WorkPurpose.values()) {
      kinds.put(kind.name(), words.say("network.exercise.kind." + kind));
    }
    model.addAttribute(
        "page", new AboutPage(form, places, kinds, forms.agreements(who), own.offered(who)));
    return "network/exercises/about";
  }
}
