package org.sightline.engagement.results.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.Comparison;
import org.sightline.engagement.results.OutwardRow;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.Published;
import org.sightline.engagement.results.Shown;
import org.sightline.engagement.results.SmallNumbers;
import org.sightline.engagement.results.scores.ComparisonPage.ComparedZone;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ComparisonController {

  private final Rounds rounds;
  private final RoundPlans plans;
  private final Publications publications;
  private final Words words;

  ComparisonController(Rounds rounds, RoundPlans plans, Publications publications, Words words) {
    this.rounds = rounds;
    this.plans = plans;
    this.publications = publications;
    this.words = words;
  }

  @GetMapping("/engagement/rounds/{round}/results/comparison")
  String show(SignedIn who, @PathVariable String round, Model model) {
    var now = rounds.find(who, WorkspaceId.of(round));
    model.addAttribute("page", page(who, now));
    return "engagement/results/comparison";
  }

  private ComparisonPage page(SignedIn who, Round now) {
    if (now.before() == null) {
      return nothing(now, null, "no-before");
    }
    Round before;
    try {
      before = rounds.find(who, now.before());
    } catch (NotThere _) {
      return nothing(now, null, "not-open");
    }
    var old = publications.latest(who, before.id()).map(Published::outwardOnly);
    var recent = publications.latest(who, now.id()).map(Published::outwardOnly);
    if (old.isEmpty() || recent.isEmpty()) {
      return nothing(now, before.title(), "not-made");
    }
    return new ComparisonPage(
        results(now),
        now.title(),
        before.title(),
        null,
        zones(plans.of(who, now), old.orElseThrow(), recent.orElseThrow()));
  }

  private List<ComparedZone> zones(RoundPlan plan, Published before, Published after) {
    var small = new SmallNumbers(Math.max(before.small().k(), after.small().k()));
    var compared = Comparison.of(before.outward(), after.outward(), small);
    var zones = new ArrayList<ComparedZone>();
    for (var zone : plan.zones()) {
      compared.rows().stream()
          .filter(row -> row.zone().equals(zone.key()) && !zone.oneAdult())
          .forEach(
              row ->
                  zones.add(
                      new ComparedZone(
                          zone.name(),
                          say(row.before(), row.redPercentBefore(), before.small()),
                          say(row.after(), row.redPercentAfter(), after.small()),
                          row.direction().words())));
    }
    return zones;
  }

  private String say(OutwardRow row, @Nullable Integer percent, SmallNumbers small) {
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
    return new ComparisonPage(
        results(now),
        now.title(),
        before,
        words.say("engagement.results.comparison." + why),
        List.of());
  }

  private static String results(Round round) {
    return "/engagement/rounds/%s/results".formatted(round.id());
  }
}
