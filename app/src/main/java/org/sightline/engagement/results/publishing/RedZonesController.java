package org.sightline.engagement.results.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.Ranking;
import org.sightline.engagement.results.ZoneKey;
import org.sightline.engagement.results.ZoneOutcomes;
import org.sightline.engagement.results.ZoneOutcomes.Red;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// For those who may read exact counts: every zone with red marks needs an outcome.
@Controller
class RedZonesController {

  private final Rounds rounds;
  private final RedZones redZones;
  private final ZoneOutcomes outcomes;
  private final Words words;

  RedZonesController(Rounds rounds, RedZones redZones, ZoneOutcomes outcomes, Words words) {
    this.rounds = rounds;
    this.redZones = redZones;
    this.outcomes = outcomes;
    this.words = words;
  }

  @GetMapping("/engagement/rounds/{round}/results/outcomes")
  String show(SignedIn who, @PathVariable String round, Model model) {
    var found = rounds.find(who, WorkspaceId.of(round));
    var published = redZones.published(who, found.id());
    boolean counted = RedZones.isCounted(published);
    var table = RedZones.inward(published);
    var standing = outcomes.standing(who, found.id());
    var counts = new HashMap<ZoneKey, Ranking.Place>();
    Ranking.hottest(table).places().forEach(place -> counts.put(place.zone(), place));
    var lines = new ArrayList<RedZonesPage.Line>();
    var red = new ArrayList<>(redZones.of(who, found, published));
    if (counted) {
      red.sort(Comparator.comparing(zone -> rank(counts, zone)));
    }
    for (var zone : red) {
      var place = counts.get(zone.zone());
      if (place != null) {
        lines.add(
            new RedZonesPage.Line(
                zone.name(),
                counted ? place.count() : null,
                place.maps(),
                zone.hottest(),
                zone.oneAdult(),
                standing.get(zone.zone())));
      }
    }
    model.addAttribute("page", new RedZonesPage(results(found.id()), found.title(), lines));
    return "engagement/results/outcomes";
  }

  @PostMapping("/engagement/rounds/{round}/results/outcomes")
  String raise(SignedIn who, @PathVariable String round, RedirectAttributes redirect) {
    var found = rounds.find(who, WorkspaceId.of(round));
    redZones.raise(who, found.id());
    Notice.leave(redirect, words.say("engagement.results.outcomes.done"));
    return "redirect:" + results(found.id()) + "/outcomes";
  }

  private static int rank(Map<ZoneKey, Ranking.Place> counts, Red zone) {
    var place = counts.get(zone.zone());
    return place == null ? Integer.MAX_VALUE : place.rank();
  }

  private static String results(WorkspaceId round) {
    return "/engagement/rounds/%s/results".formatted(round);
  }
}
