package org.sightline.engagement.results;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.Rounds;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.IssueId;
import org.sightline.plans.IssueText;
import org.sightline.plans.NewIssue;
import org.sightline.plans.Plans;
import org.sightline.plans.Route;
import org.sightline.plans.Source;
import org.sightline.web.Words;
import org.springframework.stereotype.Component;

/// Ideas as issues of the intervention plan (A32, A75, A76). Runs inside a process.
@Component
class PlannedProposals {

  private final Plans plans;
  private final Rounds rounds;
  private final FloorPlans floorPlans;
  private final Words words;

  PlannedProposals(Plans plans, Rounds rounds, FloorPlans floorPlans, Words words) {
    this.plans = plans;
    this.rounds = rounds;
    this.floorPlans = floorPlans;
    this.words = words;
  }

  /// @throws org.sightline.kernel.NotThere when the zone is not on the round's plan
  void requireZone(SignedIn who, WorkspaceId round, @Nullable ZoneKey zone) {
    if (zone != null) {
      zone(who, round, zone);
    }
  }

  /// Raises the idea. The plan keeps one issue for a zone and a source; the next idea for the same
  /// zone is raised without the key, so that it is not lost.
  IssueId raise(SignedIn who, WorkspaceId round, Proposal idea) {
    var source = idea.kind() == Proposal.Kind.STUDENTS ? Source.STUDENTS_IDEA : Source.STAFF_IDEA;
    if (idea.zone() == null) {
      var place = words.say("engagement.results.ideas.whole-school");
      var text = new IssueText(place, idea.wording(), idea.wording(), false, null, false);
      return plans.raiseIssue(who, round, new NewIssue(null, source, text));
    }
    var zone = zone(who, round, idea.zone());
    boolean alone = zone.oneAdult();
    var text =
        new IssueText(
            zone.name(),
            idea.wording(),
            alone ? null : idea.wording(),
            false,
            alone ? Route.HEAD : null,
            alone);
    UUID key = Ids.parse(idea.zone().value());
    boolean raised =
        plans.issuesOf(who, round).stream()
            .anyMatch(each -> key.equals(each.zone()) && each.source() == source);
    return plans.raiseIssue(who, round, new NewIssue(raised ? null : key, source, text));
  }

  private Zone zone(SignedIn who, WorkspaceId round, ZoneKey zone) {
    return floorPlans
        .version(who, rounds.find(who, round).planVersion())
        .zone(org.sightline.contexts.floorplans.ZoneKey.of(zone.value()));
  }
}
