package org.sightline.plans.poster;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.sightline.access.Colleague;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.Issues;
import org.sightline.plans.PlanDates;
import org.sightline.plans.Plans;
import org.sightline.plans.pages.Telling;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class PosterController {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

  private final Plans plans;
  private final Issues issues;
  private final Telling telling;
  private final PlanDates dates;
  private final Processes processes;
  private final Words words;

  PosterController(
      Plans plans,
      Issues issues,
      Telling telling,
      PlanDates dates,
      Processes processes,
      Words words) {
    this.plans = plans;
    this.issues = issues;
    this.telling = telling;
    this.dates = dates;
    this.processes = processes;
    this.words = words;
  }

  /// An export, and recorded as one.
  @GetMapping("/plans/{workspace}/poster")
  String show(SignedIn who, @PathVariable String workspace, Model model) {
    var in = WorkspaceId.of(workspace);
    var told =
        processes.read(
            who, Act.in(in, "plans.poster-shown", in.value()), () -> plans.youSaidWeDid(who, in));
    var about = telling.about(who, in);
    var heldOn = about.heldOn();
    var tellBy = about.tellBy();
    model.addAttribute(
        "page",
        new PosterPage(
            workspace,
            about,
            told,
            tellBy == null ? null : Telling.day(tellBy),
            tellBy != null && tellBy.isBefore(dates.today()),
            heldOn == null ? words.say("plans.poster.term") : MONTH.format(heldOn),
            lead(who, in)));
    return "plans/poster/poster";
  }

  private String lead(SignedIn who, WorkspaceId in) {
    return issues.colleagues(who, in).stream()
        .filter(colleague -> colleague.roles().contains(Role.SAFEGUARDING_LEAD))
        .map(Colleague::name)
        .findFirst()
        .orElseGet(() -> words.say("plans.poster.lead"));
  }
}
