package org.sightline.engagement.results.reasons;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.DiscussionNotes;
import org.sightline.engagement.results.PlanZones;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.Reasons;
import org.sightline.engagement.results.ZoneKey;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
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
class ReasonsController {

  private static final Pattern COUNT = Pattern.compile("\\d{1,4}");

  private final Reasons reasons;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final Publications publications;
  private final DiscussionNotes notes;
  private final Words words;

  ReasonsController(
      Reasons reasons,
      Rounds rounds,
      FloorPlans plans,
      Publications publications,
      DiscussionNotes notes,
      Words words) {
    this.reasons = reasons;
    this.rounds = rounds;
    this.plans = plans;
    this.publications = publications;
    this.notes = notes;
    this.words = words;
  }

  @GetMapping("/engagement/rounds/{round}/results/reasons")
  String show(
      SignedIn who,
      @PathVariable String round,
      @RequestParam(required = false) @Nullable String zone,
      Model model) {
    var found = open(who, round);
    var typed = new HashMap<String, String>();
    if (zone != null) {
      reasons.counted(who, found.id()).getOrDefault(key(who, found, zone), List.of()).stream()
          .forEach(each -> typed.put(each.reason().id(), Integer.toString(each.times())));
    }
    model.addAttribute("page", page(who, found, zone, typed, null));
    return "engagement/results/reasons";
  }

  @PostMapping("/engagement/rounds/{round}/results/reasons")
  String count(
      SignedIn who,
      @PathVariable String round,
      @RequestParam Map<String, String> form,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    var found = open(who, round);
    var zone = form.getOrDefault("zone", "");
    var key = key(who, found, zone);
    var typed = new HashMap<String, String>();
    var times = new HashMap<String, @Nullable Integer>();
    Reasons.Reason wrong = null;
    for (var reason : reasons.list()) {
      var text = form.getOrDefault("times-" + reason.id(), "").strip();
      typed.put(reason.id(), text);
      if (COUNT.matcher(text).matches()) {
        times.put(reason.id(), Integer.valueOf(text));
      } else if (!text.isEmpty() && wrong == null) {
        wrong = reason;
      }
    }
    if (wrong != null) {
      response.setStatus(422);
      model.addAttribute("page", page(who, found, zone, typed, wrong));
      return "engagement/results/reasons";
    }
    reasons.count(who, found.id(), key, times);
    Notice.leave(redirect, words.say("engagement.results.reasons.done"));
    return "redirect:%s/reasons".formatted(results(found));
  }

  private Round open(SignedIn who, String round) {
    var found = rounds.find(who, WorkspaceId.of(round));
    var roles = publications.rolesOf(who, found.id());
    if (!roles.contains(Role.ROUND_OWNER) && !roles.contains(Role.FACILITATOR)) {
      throw new NotThere();
    }
    return found;
  }

  /// @throws NotThere when the round's plan has no such zone
  private ZoneKey key(SignedIn who, Round round, String zone) {
    var plan = plans.version(who, round.planVersion());
    return PlanZones.key(plan.zone(org.sightline.contexts.floorplans.ZoneKey.of(zone)));
  }

  private ReasonsPage page(
      SignedIn who,
      Round round,
      @Nullable String zone,
      Map<String, String> typed,
      Reasons.@Nullable Reason wrong) {
    var plan = plans.version(who, round.planVersion());
    var counted = reasons.counted(who, round.id());
    // Only with a place before the reader: the list of places is no reason to read notes.
    var noted = zone == null ? List.<DiscussionNotes.Line>of() : notes.of(who, round.id());
    return new ReasonsPage(
        results(round),
        round.title(),
        plan.zones().stream()
            .map(
                each ->
                    new ReasonsPage.Choice(
                        each.key().toString(),
                        each.name(),
                        counted.containsKey(PlanZones.key(each))))
            .toList(),
        zone,
        zone == null ? null : name(plan, zone),
        reasons.list().stream()
            .map(
                each ->
                    new ReasonsPage.Line(each.id(), each.text(), typed.getOrDefault(each.id(), "")))
            .toList(),
        noted.stream().filter(each -> isUnder(each, zone)).toList(),
        noted.stream().filter(each -> each.zone() == null).toList(),
        wrong == null ? null : words.say("engagement.results.reasons.not-a-number", wrong.text()),
        wrong == null ? null : wrong.id());
  }

  private static boolean isUnder(DiscussionNotes.Line note, @Nullable String zone) {
    return note.zone() != null && note.zone().value().equals(zone);
  }

  private static String name(PlanVersion plan, String zone) {
    return plan.zone(org.sightline.contexts.floorplans.ZoneKey.of(zone)).name();
  }

  private static String results(Round round) {
    return "/engagement/rounds/%s/results".formatted(round.id());
  }
}
