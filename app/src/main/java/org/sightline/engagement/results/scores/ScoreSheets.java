package org.sightline.engagement.results.scores;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.engagement.pictures.PlanPicture;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.planning.Sessions;
import org.sightline.engagement.results.Band;
import org.sightline.engagement.results.Breakdown;
import org.sightline.engagement.results.CrossTable;
import org.sightline.engagement.results.Proposal;
import org.sightline.engagement.results.Proposals;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.Published;
import org.sightline.engagement.results.PublishingRules;
import org.sightline.engagement.results.Ranking;
import org.sightline.engagement.results.Reasons;
import org.sightline.engagement.results.ZoneKey;
import org.sightline.engagement.results.scores.RoundPlan.PlanFloor;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Makes score sheets from stored publications. How many maps a round has changes nothing about how
/// long it takes.
@Component
class ScoreSheets {

  private final Publications publications;
  private final Reasons reasons;
  private final Proposals proposals;
  private final Rounds rounds;
  private final Sessions sessions;
  private final RoundPlans plans;
  private final FloorPlans floorPlans;
  private final Words words;

  ScoreSheets(
      Publications publications,
      Reasons reasons,
      Proposals proposals,
      Rounds rounds,
      Sessions sessions,
      RoundPlans plans,
      FloorPlans floorPlans,
      Words words) {
    this.publications = publications;
    this.reasons = reasons;
    this.proposals = proposals;
    this.rounds = rounds;
    this.sessions = sessions;
    this.plans = plans;
    this.floorPlans = floorPlans;
    this.words = words;
  }

  /// As much as the reader may have; empty before the first publication.
  Optional<ScoreSheet> forReader(SignedIn who, Round round) {
    return publications.latest(who, round.id()).map(each -> sheet(who, round, each, onSite(round)));
  }

  /// What anybody may have, for a shared screen.
  Optional<ScoreSheet> forRoom(SignedIn who, Round round) {
    return publications
        .latest(who, round.id())
        .map(each -> sheet(who, round, each.outwardOnly(), onSite(round)));
  }

  /// What anybody may have, for a file or for paper; recorded under this act.
  Optional<ScoreSheet> forExport(SignedIn who, Round round, String act) {
    return publications
        .export(who, round.id(), act)
        .map(each -> sheet(who, round, each, floor -> inside(who, floor)));
  }

  /// The picture of a floor of the round's plan, as PNG.
  byte[] picture(SignedIn who, WorkspaceId round, int position) {
    var floor =
        plans.of(who, rounds.find(who, round)).floors().stream()
            .filter(each -> each.position() == position)
            .findFirst()
            .orElseThrow(NotThere::new);
    if (floor.picture() == null) {
      throw new NotThere();
    }
    return floorPlans.picture(who, floor.picture());
  }

  private ScoreSheet sheet(
      SignedIn who, Round round, Published published, Function<PlanFloor, PlanPicture> pictures) {
    var plan = plans.of(who, round);
    var hottest = hottest(published);
    var coolest = coolest(published);
    var counted = reasons.counted(who, round.id());
    var zones = new ScoreRows(published, plan, counted, hottest, words).make();
    var adults = CrossTable.byAdultPresence(published.outward(), plan.facts(), published.small());
    var watched = CrossTable.bySurveillance(published.outward(), plan.facts(), published.small());
    var years = CrossTable.byAnotherYearGroup(published.outward(), plan.facts(), published.small());
    return new ScoreSheet(
        round.title(),
        published.on(),
        published.outward().publication(),
        published.outward().maps(),
        published.small().k(),
        published.inward() != null,
        published.detail() == PublishingRules.Detail.COUNTS,
        floors(published, plan, zones, pictures),
        zones,
        ranked(hottest, zones),
        ranked(coolest, zones),
        adults.lines(),
        watched.lines(),
        years.lines(),
        groups(published.breakdown(), zones),
        HeardYears.of(sessions.of(who, round.id())),
        ideas(who, round, plan));
  }

  /// Without those about places that nobody outside may read of (practice.md 8).
  private List<ScoreSheet.Idea> ideas(SignedIn who, Round round, RoundPlan plan) {
    var ideas = new ArrayList<ScoreSheet.Idea>();
    for (var proposal : proposals.forEveryone(who, round.id())) {
      var zone = proposal.zone() == null ? null : plan.zone(proposal.zone());
      if (zone == null || !zone.oneAdult()) {
        boolean fromStudents = proposal.kind() == Proposal.Kind.STUDENTS;
        var place = zone == null ? null : zone.name();
        ideas.add(new ScoreSheet.Idea(fromStudents, place, proposal.wording()));
      }
    }
    return ideas;
  }

  private static Ranking hottest(Published published) {
    if (published.detail() != PublishingRules.Detail.COUNTS) {
      return new Ranking(List.of());
    }
    return published.inward() == null
        ? Ranking.hottest(published.outward())
        : Ranking.hottest(published.inward());
  }

  private static Ranking coolest(Published published) {
    if (published.detail() != PublishingRules.Detail.COUNTS) {
      return new Ranking(List.of());
    }
    return published.inward() == null
        ? Ranking.coolest(published.outward())
        : Ranking.coolest(published.inward());
  }

  private static List<ScoreSheet.Ranked> ranked(Ranking ranking, List<ZoneScore> zones) {
    var ranked = new ArrayList<ScoreSheet.Ranked>();
    for (var place : ranking.places()) {
      name(zones, place.zone())
          .ifPresent(
              name ->
                  ranked.add(
                      new ScoreSheet.Ranked(place.rank(), name, place.count(), place.maps())));
    }
    return ranked;
  }

  /// Empty for a zone that is not on the sheet.
  private static Optional<String> name(List<ZoneScore> zones, ZoneKey key) {
    return zones.stream().filter(zone -> zone.key().equals(key)).map(ZoneScore::name).findFirst();
  }

  private List<ScoreSheet.FloorMap> floors(
      Published published,
      RoundPlan plan,
      List<ZoneScore> zones,
      Function<PlanFloor, PlanPicture> pictures) {
    var floors = new ArrayList<ScoreSheet.FloorMap>();
    boolean counts = published.detail() == PublishingRules.Detail.COUNTS;
    for (var floor : plan.floors()) {
      var here = zones.stream().filter(zone -> zone.floor() == floor.position()).toList();
      if (!here.isEmpty()) {
        var shapes = here.stream().map(zone -> plan.shape(zone.key())).toList();
        var title = words.say("engagement.results.picture", floor.name());
        var drawing = new ScoreDrawing(pictures.apply(floor), published.small(), counts);
        floors.add(
            new ScoreSheet.FloorMap(
                floor.position(), floor.name(), floor.aspect(), drawing.svg(title, here, shapes)));
      }
    }
    return floors;
  }

  private static ScoreSheet.@Nullable Groups groups(
      @Nullable Breakdown breakdown, List<ZoneScore> zones) {
    if (breakdown == null) {
      return null;
    }
    var groups = new LinkedHashSet<Breakdown.Group>();
    breakdown.rows().forEach(row -> groups.addAll(row.bands().keySet()));
    var rows = new ArrayList<ScoreSheet.GroupRow>();
    for (var row : breakdown.rows()) {
      var bands = new ArrayList<@Nullable Band>();
      groups.forEach(group -> bands.add(row.bands().get(group)));
      name(zones, row.zone()).ifPresent(name -> rows.add(new ScoreSheet.GroupRow(name, bands)));
    }
    return new ScoreSheet.Groups(
        breakdown.dimension() == Breakdown.Dimension.YEAR_GROUP,
        groups.stream().map(Breakdown.Group::name).toList(),
        rows);
  }

  private static Function<PlanFloor, PlanPicture> onSite(Round round) {
    return floor ->
        new PlanPicture(
            floor.picture() == null
                ? null
                : "/engagement/rounds/%s/results/floors/%d.png"
                    .formatted(round.id(), floor.position()),
            floor.aspect());
  }

  private PlanPicture inside(SignedIn who, PlanFloor floor) {
    if (floor.picture() == null) {
      return PlanPicture.labelledBoxes(floor.aspect());
    }
    byte[] png = floorPlans.picture(who, floor.picture());
    return new PlanPicture(
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png), floor.aspect());
  }
}
