package org.sightline.engagement.results.publishing;

import org.sightline.engagement.planning.Rounds;
import org.sightline.engagement.results.Breakdown.Dimension;
import org.sightline.engagement.results.Publications;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class PublishingController {

  private final Publications publications;
  private final Rounds rounds;
  private final RedZones redZones;
  private final Words words;

  PublishingController(Publications publications, Rounds rounds, RedZones redZones, Words words) {
    this.publications = publications;
    this.rounds = rounds;
    this.redZones = redZones;
    this.words = words;
  }

  @GetMapping("/engagement/rounds/{round}/results/publishing")
  String show(SignedIn who, @PathVariable String round, Model model) {
    var found = rounds.find(who, WorkspaceId.of(round));
    model.addAttribute(
        "page",
        new PublishingPage(
            results(found.id()), found.title(), publications.readiness(who, found.id())));
    return "engagement/results/publishing";
  }

  @OnlyFor(Role.ROUND_OWNER)
  @PostMapping("/engagement/rounds/{round}/results/publishing")
  String publish(SignedIn who, @PathVariable String round, RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    int number = publications.publish(who, id);
    redZones.raiseWhatIsCounted(who, id);
    Notice.leave(redirect, words.say("engagement.results.publishing.done", number));
    return "redirect:" + results(id);
  }

  @OnlyFor(Role.ROUND_OWNER)
  @PostMapping("/engagement/rounds/{round}/results/breakdown")
  String breakDown(
      SignedIn who,
      @PathVariable String round,
      @RequestParam Dimension by,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(round);
    publications.breakDown(who, id, by);
    Notice.leave(redirect, words.say("engagement.results.publishing.broken-down"));
    return "redirect:" + results(id);
  }

  private static String results(WorkspaceId round) {
    return "/engagement/rounds/%s/results".formatted(round);
  }
}
