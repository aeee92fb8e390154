package org.sightline.plans.actions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.Action;
import org.sightline.plans.ActionId;
import org.sightline.plans.Actions;
import org.sightline.plans.Finding;
import org.sightline.plans.Issues;
import org.sightline.plans.Measures;
import org.sightline.plans.PlanCalendars;
import org.sightline.plans.PlanDates;
import org.sightline.plans.pages.Telling;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/plans/{workspace}/actions/{action}")
class ActionsController {

  private final Actions actions;
  private final Issues issues;
  private final Measures measures;
  private final Telling telling;
  private final PlanDates dates;
  private final PlanCalendars calendars;
  private final Words words;

  ActionsController(
      Actions actions,
      Issues issues,
      Measures measures,
      Telling telling,
      PlanDates dates,
      PlanCalendars calendars,
      Words words) {
    this.actions = actions;
    this.issues = issues;
    this.measures = measures;
    this.telling = telling;
    this.dates = dates;
    this.calendars = calendars;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who, @PathVariable String workspace, @PathVariable String action, Model model) {
    return page(who, workspace, action, Answers.none(words), Answers.none(words), model);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/done")
  String done(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String action,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Answers(words, values);
    var doneOn = form.day("doneOn");
    if (doneOn.isPresent() && doneOn.get().isAfter(dates.today())) {
      form.problem("doneOn", words.say("plans.fields.ahead"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, workspace, action, form, Answers.none(words), model);
    }
    actions.markDone(
        who,
        WorkspaceId.of(workspace),
        ActionId.of(action),
        form.version(),
        doneOn.orElseThrow(),
        dates.review(doneOn.orElseThrow(), calendars.of(who, WorkspaceId.of(workspace))).lastDay());
    return back(workspace, action, "plans.actions.done.saved", redirect);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/undoing")
  String undo(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String action,
      @RequestParam Map<String, String> values,
      RedirectAttributes redirect) {
    actions.markNotDone(who, WorkspaceId.of(workspace), ActionId.of(action), version(values));
    return back(workspace, action, "plans.actions.undone.saved", redirect);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/taking-out")
  String takeOut(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String action,
      @RequestParam Map<String, String> values,
      RedirectAttributes redirect) {
    actions.takeOut(who, WorkspaceId.of(workspace), ActionId.of(action), version(values));
    return back(workspace, action, "plans.actions.taken-out.saved", redirect);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/putting-back")
  String putBack(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String action,
      @RequestParam Map<String, String> values,
      RedirectAttributes redirect) {
    actions.putBack(who, WorkspaceId.of(workspace), ActionId.of(action), version(values));
    return back(workspace, action, "plans.actions.put-back.saved", redirect);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/review")
  String review(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String action,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Answers(words, values);
    var finding = form.choice("finding", Finding.class, "plans.actions.finding.missing");
    var again = form.hasDay("again") ? form.day("again").orElse(null) : null;
    String note = form.lines("note");
    if (again != null && !again.isAfter(dates.today())) {
      form.problem("again", words.say("plans.actions.again.past"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, workspace, action, Answers.none(words), form, model);
    }
    actions.review(
        who,
        WorkspaceId.of(workspace),
        ActionId.of(action),
        form.version(),
        new Action.Review(finding.orElseThrow(), note),
        again);
    return back(workspace, action, "plans.actions.review.saved", redirect);
  }

  private int version(Map<String, String> values) {
    return new Answers(words, values).version();
  }

  private String back(String workspace, String action, String key, RedirectAttributes redirect) {
    Notice.leave(redirect, words.say(key));
    return "redirect:/plans/" + workspace + "/actions/" + action;
  }

  private String page(
      SignedIn who, String workspace, String action, Answers done, Answers review, Model model) {
    var in = WorkspaceId.of(workspace);
    boolean mayWrite = issues.mayWrite(who, in);
    var history = actions.history(who, in, ActionId.of(action));
    var last = history.getLast();
    if (!mayWrite && (done.isWrong() || review.isWrong())) {
      throw new NotThere();
    }
    if (!done.isWrong()) {
      done.with("doneOn", dates.today());
    }
    model.addAttribute(
        "page",
        new ActionPage(
            workspace,
            mayWrite,
            last,
            history.reversed(),
            names(who, history),
            done.with("version", done.isWrong() ? null : last.version()),
            review.with("version", review.isWrong() ? null : last.version()),
            measures.question(),
            telling.options("finding", Finding.class)));
    return "plans/actions/action";
  }

  private Map<UserId, String> names(SignedIn who, List<Action> history) {
    var names = new HashMap<UserId, String>();
    for (Action version : history) {
      names.computeIfAbsent(version.by(), user -> telling.name(who, user));
      names.computeIfAbsent(version.terms().owner(), user -> telling.name(who, user));
    }
    return names;
  }
}
