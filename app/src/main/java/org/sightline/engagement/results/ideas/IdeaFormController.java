package org.sightline.engagement.results.ideas;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.contexts.floorplans.FloorPlans;
import org.sightline.contexts.floorplans.Zone;
import org.sightline.engagement.planning.Round;
import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.DiscussionNotes;
import org.sightline.engagement.results.PlanZones;
import org.sightline.engagement.results.Proposal;
import org.sightline.engagement.results.Proposals;
import org.sightline.engagement.results.Publications;
import org.sightline.engagement.results.ZoneKey;
import org.sightline.engagement.running.NamesSomebody;
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

/// Puts a note into general words. What looks like a name is asked about before it is saved.
@Controller
class IdeaFormController {

  private static final String FORM = "/engagement/rounds/{round}/results/ideas/new";

  private final Proposals proposals;
  private final DiscussionNotes notes;
  private final Publications publications;
  private final Rounds rounds;
  private final FloorPlans plans;
  private final Words words;

  IdeaFormController(
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

  /// What arrives.
  private record Form(
      String note, @Nullable String kind, String zone, String wording, boolean sure) {}

  @GetMapping(FORM)
  String show(SignedIn who, @PathVariable String round, @RequestParam String note, Model model) {
    var found = own(who, round);
    var noted = note(who, found, note);
    var zone = noted.zone() == null ? "" : noted.zone().value();
    var kind = noted.idea() == null ? null : noted.idea().name();
    var form = new Form(note, kind, zone, noted.text(), false);
    model.addAttribute("page", page(who, found, noted, form, Map.of()));
    return "engagement/results/ideas/new";
  }

  @PostMapping(FORM)
  String make(
      SignedIn who,
      @PathVariable String round,
      @RequestParam String note,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "") String zone,
      @RequestParam(defaultValue = "") String wording,
      @RequestParam(defaultValue = "false") boolean sure,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    var found = own(who, round);
    var form = new Form(note, kind, zone, wording.strip(), sure);
    var problems = problems(who, found, form);
    var noted = note(who, found, note);
    if (!problems.isEmpty()) {
      response.setStatus(422);
      model.addAttribute("page", page(who, found, noted, form, problems));
      return "engagement/results/ideas/new";
    }
    proposals.make(
        who,
        found.id(),
        noted.id(),
        Proposal.Kind.valueOf(java.util.Objects.requireNonNull(kind)),
        zone.isEmpty() ? null : new ZoneKey(zone),
        form.wording());
    Notice.leave(redirect, words.say("engagement.results.ideas.made"));
    return "redirect:" + results(found) + "/ideas";
  }

  private Map<String, String> problems(SignedIn who, Round round, Form form) {
    var problems = new LinkedHashMap<String, String>();
    if (form.kind() == null || !form.kind().matches("STUDENTS|STAFF")) {
      problems.put("kind", words.say("engagement.results.ideas.kind-missing"));
    }
    if (form.wording().isEmpty() || form.wording().length() > Proposal.LONGEST) {
      problems.put("wording", words.say("engagement.results.ideas.missing", Proposal.LONGEST));
    } else if (!form.sure() && seemsToName(who, round, form.wording())) {
      problems.put("wording", words.say("engagement.results.ideas.names"));
    }
    return problems;
  }

  private boolean seemsToName(SignedIn who, Round round, String wording) {
    var places = plans.version(who, round.planVersion()).zones().stream().map(Zone::name).toList();
    return !new NamesSomebody(places).in(wording).isEmpty();
  }

  private IdeaFormPage page(
      SignedIn who,
      Round round,
      DiscussionNotes.Line note,
      Form form,
      Map<String, String> problems) {
    var zones =
        plans.version(who, round.planVersion()).zones().stream()
            .map(each -> new IdeaFormPage.Choice(PlanZones.key(each).value(), each.name()))
            .toList();
    boolean named = words.say("engagement.results.ideas.names").equals(problems.get("wording"));
    return new IdeaFormPage(
        results(round),
        round.title(),
        note,
        zones,
        form.kind(),
        form.zone(),
        form.wording(),
        problems,
        named || form.sure());
  }

  private DiscussionNotes.Line note(SignedIn who, Round round, String id) {
    return notes.of(who, round.id()).stream()
        .filter(each -> each.id().toString().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private Round own(SignedIn who, String round) {
    var found = rounds.find(who, WorkspaceId.of(round));
    if (!publications.rolesOf(who, found.id()).contains(Role.ROUND_OWNER)) {
      throw new NotThere();
    }
    return found;
  }

  private static String results(Round round) {
    return "/engagement/rounds/%s/results".formatted(round.id());
  }
}
