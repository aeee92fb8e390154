package org.sightline.plans.overview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.audit.Act;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.CouncilLetters;
import org.sightline.plans.Issue;
import org.sightline.plans.Issues;
import org.sightline.plans.PlanDates;
import org.sightline.plans.Plans;
import org.sightline.plans.pages.Telling;
import org.sightline.web.Fresh;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class InterventionPlanController {

  private final Plans plans;
  private final Issues issues;
  private final CouncilLetters letters;
  private final Telling telling;
  private final PlanDates dates;
  private final Processes processes;

  InterventionPlanController(
      Plans plans,
      Issues issues,
      CouncilLetters letters,
      Telling telling,
      PlanDates dates,
      Processes processes) {
    this.plans = plans;
    this.issues = issues;
    this.letters = letters;
    this.telling = telling;
    this.dates = dates;
    this.processes = processes;
  }

  @GetMapping("/plans")
  String start() {
    return "redirect:/plans/measures";
  }

  @GetMapping("/plans/{workspace}")
  String show(SignedIn who, @PathVariable String workspace, Model model) {
    model.addAttribute("page", page(who, WorkspaceId.of(workspace)));
    return "plans/overview/plan";
  }

  /// For the printer: an export, and recorded as one.
  @Fresh
  @GetMapping("/plans/{workspace}/print")
  String print(SignedIn who, @PathVariable String workspace, Model model) {
    var id = WorkspaceId.of(workspace);
    model.addAttribute(
        "page",
        processes.read(who, Act.in(id, "plans.plan-printed", id.value()), () -> page(who, id)));
    return "plans/overview/print";
  }

  private PlanPage page(SignedIn who, WorkspaceId workspace) {
    boolean mayWrite = issues.mayWrite(who, workspace);
    var all = plans.issuesOf(who, workspace);
    Predicate<Issue> sensitive = issue -> issue.text().isSensitive();
    return new PlanPage(
        workspace.toString(),
        telling.about(who, workspace),
        mayWrite,
        rows(who, all, sensitive.negate().and(issue -> !issue.hasOutcome())),
        rows(who, all, sensitive.negate().and(Issue::hasOutcome)),
        rows(who, all, sensitive),
        plans.unfinished(who, workspace),
        replies(who, workspace),
        tellBy(who, workspace),
        lights(all),
        owners(who, all),
        Telling.day(dates.today()));
  }

  private List<PlanPage.Due> replies(SignedIn who, WorkspaceId workspace) {
    return letters.sent(who, workspace).stream()
        .filter(letter -> letter.replies().isEmpty())
        .map(
            letter ->
                new PlanPage.Due(
                    telling.letter(letter),
                    "/plans/%s/council/%s/reply".formatted(workspace, letter.id()),
                    letter.replyBy().isBefore(dates.today())))
        .toList();
  }

  /// Late when the day has passed and there is nothing on the poster.
  private PlanPage.@Nullable Due tellBy(SignedIn who, WorkspaceId workspace) {
    var day = telling.about(who, workspace).tellBy();
    if (day == null) {
      return null;
    }
    boolean late = day.isBefore(dates.today()) && plans.youSaidWeDid(who, workspace).isEmpty();
    return new PlanPage.Due(Telling.day(day), "/plans/" + workspace + "/poster", late);
  }

  private List<PlanPage.Row> rows(SignedIn who, List<Issue> all, Predicate<Issue> which) {
    return all.stream().filter(which).map(issue -> row(who, issue)).toList();
  }

  private PlanPage.Row row(SignedIn who, Issue issue) {
    var decision = issue.decision();
    return new PlanPage.Row(
        issue,
        telling.outcome(issue),
        decision == null || !issue.hasOutcome() ? "" : telling.author(who, decision));
  }

  private static Map<String, Long> lights(List<Issue> all) {
    var lights = new LinkedHashMap<String, Long>();
    for (var light : org.sightline.clocks.Progress.Light.values()) {
      long count =
          all.stream()
              .flatMap(issue -> issue.actions().stream())
              .filter(action -> action.progress().light() == light)
              .count();
      lights.put(light.words(), count);
    }
    return lights;
  }

  private Map<UserId, String> owners(SignedIn who, List<Issue> all) {
    return all.stream()
        .flatMap(issue -> issue.actions().stream())
        .map(action -> action.terms().owner())
        .distinct()
        .collect(Collectors.toMap(user -> user, user -> telling.name(who, user)));
  }
}
