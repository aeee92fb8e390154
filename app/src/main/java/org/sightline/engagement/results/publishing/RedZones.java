package org.sightline.engagement.results.publishing;

import java.util.HashMap;
import java.util.List;
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
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// The zones with any red, for those who may read exact counts: each needs an outcome, and each of
/// the hottest a measure (A33, A66).
@Component
class RedZones {

  private static final int HOTTEST = 5;

  /// While there are bands only, zones are in no order.
  private static final int NO_RANK = Integer.MAX_VALUE;

  private final Publications publications;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final ZoneOutcomes outcomes;
  private final Processes processes;
  private final Words words;

  RedZones(
      Publications publications,
      Rounds rounds,
      FloorPlans plans,
      ZoneOutcomes outcomes,
      Processes processes,
      Words words) {
    this.publications = publications;
    this.rounds = rounds;
    this.plans = plans;
    this.outcomes = outcomes;
    this.processes = processes;
    this.words = words;
  }

  /// @throws NotThere before the first publication, and for readers without exact counts
  Published published(SignedIn who, WorkspaceId round) {
    var published = publications.latest(who, round).orElseThrow(NotThere::new);
    inward(published);
    return published;
  }

  static InwardTable inward(Published published) {
    if (published.inward() == null) {
      throw new NotThere();
    }
    return published.inward();
  }

  static boolean isCounted(Published published) {
    return published.detail() == PublishingRules.Detail.COUNTS;
  }

  /// In plan order: the plan of the work keeps the order in which places are raised, and hottest
  /// first would tell its readers which of two numbers under five is the larger.
  List<Red> of(SignedIn who, Round round, Published published) {
    var ranks = new HashMap<ZoneKey, Integer>();
    Ranking.hottest(inward(published))
        .places()
        .forEach(place -> ranks.put(place.zone(), isCounted(published) ? place.rank() : NO_RANK));
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

  /// Puts every zone with red into the plan; one that is there stays as it is.
  ///
  /// @throws Refused while there are bands only: a band and being raised can say together how many
  ///     red marks there are ("cool" of six maps with some red is one), and what readers learn from
  ///     the plan is weighed only where there are counts
  void raise(SignedIn who, WorkspaceId round) {
    var published = published(who, round);
    if (!isCounted(published)) {
      throw new Refused(words.say("engagement.results.outcomes.too-few"));
    }
    var zones = of(who, rounds.find(who, round), published);
    processes.change(
        who,
        Act.in(round, "engagement.zones-raised", round.value()).with("zones: " + zones.size()),
        () -> outcomes.raise(who, round, zones));
  }

  /// What [#raise] does, by itself as soon as there are counts.
  void raiseWhatIsCounted(SignedIn who, WorkspaceId round) {
    if (isCounted(published(who, round))) {
      raise(who, round);
    }
  }
}
