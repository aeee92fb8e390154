package org.sightline.engagement.results.publishing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.InwardTable;
import org.sightline.engagement.results.PlanZones;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.Published;
import org.sightline.engagement.results.PublishingRules;
import org.sightline.engagement.results.Ranking;
import org.sightline.engagement.results.ZoneKey;
import org.sightline.engagement.results.ZoneOutcomes;
import org.sightline.engagement.results.ZoneOutcomes.Red;
import org.sightline.engagement.results.ZoneOutcomes.Standing;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// For those who may read exact counts: every zone with red marks needs an outcome.
@Controller
class RedZonesController {

  private static final int HOTTEST = 5;

  /// As many as numbers need. With fewer, a band and being raised can say together how many red
  /// marks there are: "cool" of six maps with some red is one; and results made later tell the rest.
  private static final int ENOUGH = PublishingRules.MAPS_FOR_COUNTS;

  /// While there are bands only, zones are in no order.
  private static final int NO_RANK = Integer.MAX_VALUE;

  private final Publications publications;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final ObjectProvider<ZoneOutcomes> outcomes;
  private final Processes processes;
  private final Words words;

  RedZonesController(
      Publications publications,
      Rounds rounds,
      FloorPlans plans,
      ObjectProvider<ZoneOutcomes> outcomes,
      Processes processes,
      Words words) {
    this.publications = publications;
    this.rounds = rounds;
    this.plans = plans;
    this.outcomes = outcomes;
    this.processes = processes;
    this.words = words;
  }

  @GetMapping("/engagement/rounds/{round}/results/outcomes")
  String show(SignedIn who, @PathVariable String round, Model model) {
    var found = rounds.find(who, WorkspaceId.of(round));
    var published = published(who, found.id());
    boolean counted = published.detail() == PublishingRules.Detail.COUNTS;
    var table = inward(published);
    var door = outcomes.getIfAvailable();
    Map<ZoneKey, Standing> standing = door == null ? Map.of() : door.standing(who, found.id());
    var counts = new HashMap<ZoneKey, Ranking.Place>();
    Ranking.hottest(table).places().forEach(place -> counts.put(place.zone(), place));
    var lines = new ArrayList<RedZonesPage.Line>();
    var red = new ArrayList<>(red(who, found, published));
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
    var door = outcomes.getIfAvailable();
    if (door == null) {
      throw new Refused(words.say("engagement.results.outcomes.no-plan"));
    }
    var published = published(who, found.id());
    if (published.outward().maps() < ENOUGH) {
      throw new Refused(words.say("engagement.results.outcomes.too-few", ENOUGH));
    }
    var zones = red(who, found, published);
    processes.change(
        who,
        Act.in(found.id(), "engagement.zones-raised", found.id().value())
            .with("zones: " + zones.size()),
        () -> door.raise(who, found.id(), zones));
    Notice.leave(redirect, words.say("engagement.results.outcomes.done"));
    return "redirect:" + results(found.id()) + "/outcomes";
  }

  /// @throws NotThere before the first publication, and for readers without exact counts
  private Published published(SignedIn who, WorkspaceId round) {
    var published = publications.latest(who, round).orElseThrow(NotThere::new);
    inward(published);
    return published;
  }

  private static InwardTable inward(Published published) {
    if (published.inward() == null) {
      throw new NotThere();
    }
    return published.inward();
  }

  private static int rank(Map<ZoneKey, Ranking.Place> counts, Red zone) {
    var place = counts.get(zone.zone());
    return place == null ? NO_RANK : place.rank();
  }

  /// In plan order: the plan of the work keeps the order in which places are raised, and hottest
  /// first would tell its readers which of two numbers under five is the larger.
  private List<Red> red(SignedIn who, Round round, Published published) {
    boolean counted = published.detail() == PublishingRules.Detail.COUNTS;
    var ranks = new HashMap<ZoneKey, Integer>();
    Ranking.hottest(inward(published))
        .places()
        .forEach(place -> ranks.put(place.zone(), counted ? place.rank() : NO_RANK));
    return plans.version(who, round.planVersion()).zones().stream()
        .filter(zone -> ranks.containsKey(PlanZones.key(zone)))
        .map(
            zone -> {
              var key = PlanZones.key(zone);
              boolean hottest = ranks.getOrDefault(key, NO_RANK) <= HOTTEST;
              return new Red(key, zone.name(), hottest, zone.oneAdult());
            })
        .toList();
  }

  private static String results(WorkspaceId round) {
    return "/engagement/rounds/%s/results".formatted(round);
  }
}
