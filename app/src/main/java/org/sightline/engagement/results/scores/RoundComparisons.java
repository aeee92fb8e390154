package org.sightline.engagement.results.scores;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Tellings;
import org.sightline.engagement.results.Comparison;
import org.sightline.engagement.results.OutwardRow;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.Published;
import org.sightline.engagement.results.Shown;
import org.sightline.engagement.results.SmallNumbers;
import org.sightline.engagement.results.scores.ComparisonPage.ComparedZone;
import org.sightline.engagement.results.scores.RoundPlan.PlanZone;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.Plans;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Sets a round beside the one before it (A69), from what their latest outward tables show and
/// nothing else. The rounds share no map, and each table is open to whoever may compare, so that
/// laying them side by side gives no small number away. A place with one adult in charge on either
/// plan is in neither column and is not called new or gone (practice.md 8).
@Component
class RoundComparisons {

  private final Rounds rounds;
  private final RoundPlans plans;
  private final Publications publications;
  private final Plans interventions;
  private final Tellings tellings;
  private final Words words;

  RoundComparisons(
      Rounds rounds,
      RoundPlans plans,
      Publications publications,
      Plans interventions,
      Tellings tellings,
      Words words) {
    this.rounds = rounds;
    this.plans = plans;
    this.publications = publications;
    this.interventions = interventions;
    this.tellings = tellings;
    this.words = words;
  }

  /// What a reader of the page may have.
  ComparisonPage show(SignedIn who, WorkspaceId round) {
    return page(who, round, publications::latest);
  }

  /// The same for paper or a file; recorded in both rounds under this act.
  ComparisonPage export(SignedIn who, WorkspaceId round, String act) {
    return page(who, round, (reader, each) -> publications.export(reader, each, act));
  }

  private ComparisonPage page(
      SignedIn who,
      WorkspaceId id,
      BiFunction<SignedIn, WorkspaceId, Optional<Published>> published) {
    var now = rounds.find(who, id);
    if (now.before() == null) {
      return nothing(now, null, "no-before");
    }
    Round before;
    try {
      before = rounds.find(who, now.before());
    } catch (NotThere _) {
      return nothing(now, null, "not-open");
    }
    var old = published.apply(who, before.id());
    var recent = published.apply(who, id);
    if (old.isEmpty() || recent.isEmpty()) {
      return nothing(now, before.title(), "not-made");
    }
    var zones =
        zones(
            plans.of(who, before),
            plans.of(who, now),
            old.orElseThrow(),
            recent.orElseThrow(),
            done(who, before.id()));
    return new ComparisonPage(
        results(now), now.title(), before.title(), null, zones, told(who, before));
  }

  private List<ComparedZone> zones(
      RoundPlan earlier,
      RoundPlan later,
      Published before,
      Published after,
      Map<String, List<String>> done) {
    var small = new SmallNumbers(Math.max(before.small().k(), after.small().k()));
    var zones = new ArrayList<ComparedZone>();
    for (var row : Comparison.of(before.outward(), after.outward(), small).rows()) {
      var was = earlier.zone(row.zone());
      var is = later.zone(row.zone());
      if (may(was, row.before()) && may(is, row.after())) {
        zones.add(
            new ComparedZone(
                is == null ? name(was) : is.name(),
                say(row.before(), row.redPercentBefore(), before.small()),
                say(row.after(), row.redPercentAfter(), after.small()),
                row.direction().words(),
                done.getOrDefault(row.zone().value(), List.of())));
      }
    }
    return zones;
  }

  private List<String> told(SignedIn who, Round before) {
    var told = tellings.of(who, before.id());
    return told.isEmpty()
        ? List.of(words.say("engagement.planning.told.not-yet"))
        : told.stream().map(each -> each.sentence(words)).toList();
  }

  /// By zone. Whoever reads in an emergency has no role in the plan, and none of it.
  private Map<String, List<String>> done(SignedIn who, WorkspaceId before) {
    if (rounds.rolesIn(who, before).isEmpty()) {
      return Map.of();
    }
    var done = new HashMap<String, List<String>>();
    interventions
        .doneByZone(who, before)
        .forEach((zone, words) -> done.put(zone.toString(), words));
    return done;
  }

  /// A place that is on a plan and not in its table is held back there.
  private static boolean may(@Nullable PlanZone onPlan, @Nullable OutwardRow inTable) {
    return onPlan == null ? inTable == null : inTable != null && !onPlan.oneAdult();
  }

  private static String name(@Nullable PlanZone zone) {
    return zone == null ? "" : zone.name();
  }

  private String say(@Nullable OutwardRow row, @Nullable Integer percent, SmallNumbers small) {
    if (row == null) {
      return words.say("engagement.results.comparison.not-on-plan");
    }
    Integer red = row.red();
    if (red != null && percent != null) {
      return words.say("engagement.results.comparison.percent", red, row.maps(), percent);
    }
    if (red != null) {
      return words.say("engagement.results.comparison.red", red, row.maps());
    }
    if (row.shown() instanceof Shown.Counts counts && counts.red() instanceof Shown.Cell.Fewer) {
      return words.say("engagement.results.comparison.red", small.fewer(), row.maps());
    }
    var band = row.band(small);
    var key = band == null ? "too-few" : "band." + band.name().toLowerCase(Locale.ROOT);
    return words.say(
        "engagement.results.comparison.band", words.say("engagement.results." + key), row.maps());
  }

  private ComparisonPage nothing(Round now, @Nullable String before, String why) {
    var sentence = words.say("engagement.results.comparison." + why);
    return new ComparisonPage(results(now), now.title(), before, sentence, List.of(), List.of());
  }

  private static String results(Round round) {
    return "/engagement/rounds/%s/results".formatted(round.id());
  }
}
