package org.sightline.engagement.results.ideas;

import java.util.List;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.PlanVersion;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.DiscussionNotes;
import org.sightline.engagement.results.PlanZones;
import org.sightline.engagement.results.Proposal;
import org.sightline.engagement.results.Proposals;
import org.sightline.engagement.results.Publications;
import org.sightline.kernel.Ids;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The ideas of a round: read by its team, decided by its owner.
@Controller
@RequestMapping("/engagement/rounds/{round}/results/ideas")
class IdeasController {

  private final Proposals proposals;
  private final DiscussionNotes notes;
  private final Publications publications;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final Words words;

  IdeasController(
      Proposals proposals,
      DiscussionNotes notes,
      Publications publications,
      Rounds rounds,
      FloorPlans plans,
      Words words) {
    this.proposals = proposals;
    this.notes = notes;
    this.publications = publications;
    this.rounds = rounds;
    this.plans = plans;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String round, Model model) {
    var found = rounds.find(who, WorkspaceId.of(round));
    var made = proposals.of(who, found.id());
    var noted = notes.of(who, found.id());
    model.addAttribute(
        "page",
        new IdeasPage(
            results(found.id()),
            "/plans/" + found.id(),
            found.title(),
            publications.rolesOf(who, found.id()).contains(Role.ROUND_OWNER),
            ideas(who, found, made),
            noted.stream().filter(each -> each.idea() != null).toList(),
            noted.stream().filter(each -> each.idea() == null).toList(),
            made.stream().map(each -> each.note().toString()).toList()));
    return "engagement/results/ideas/ideas";
  }

  @OnlyFor(Role.ROUND_OWNER)
  @PostMapping("/{idea}/approving")
  String approve(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String idea,
      RedirectAttributes redirect) {
    proposals.approve(who, WorkspaceId.of(round), Ids.parse(idea));
    return back(round, "is-approved", redirect);
  }

  @OnlyFor(Role.ROUND_OWNER)
  @PostMapping("/{idea}/setting-aside")
  String setAside(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String idea,
      RedirectAttributes redirect) {
    proposals.setAside(who, WorkspaceId.of(round), Ids.parse(idea));
    return back(round, "is-set-aside", redirect);
  }

  @OnlyFor(Role.ROUND_OWNER)
  @PostMapping("/{idea}/planning")
  String plan(
      SignedIn who,
      @PathVariable String round,
      @PathVariable String idea,
      RedirectAttributes redirect) {
    proposals.plan(who, WorkspaceId.of(round), Ids.parse(idea));
    return back(round, "is-planned", redirect);
  }

  private List<IdeasPage.Idea> ideas(SignedIn who, Round round, List<Proposal> made) {
    var plan = plans.version(who, round.planVersion());
    return made.stream().map(each -> idea(plan, each)).toList();
  }

  private static IdeasPage.Idea idea(PlanVersion plan, Proposal made) {
    var zone =
        plan.zones().stream().filter(each -> PlanZones.key(each).equals(made.zone())).findFirst();
    return new IdeasPage.Idea(
        made, zone.map(Zone::name).orElse(null), zone.map(Zone::oneAdult).orElse(false));
  }

  private String back(String round, String sentence, RedirectAttributes redirect) {
    Notice.leave(redirect, words.say("engagement.results.ideas." + sentence));
    return "redirect:" + results(WorkspaceId.of(round)) + "/ideas";
  }

  private static String results(WorkspaceId round) {
    return "/engagement/rounds/%s/results".formatted(round);
  }
}
