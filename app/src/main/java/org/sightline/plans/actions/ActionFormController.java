package org.sightline.plans.actions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.ActionId;
import org.sightline.plans.ActionTerms;
import org.sightline.plans.Actions;
import org.sightline.plans.HarmAnswer;
import org.sightline.plans.Issue;
import org.sightline.plans.IssueId;
import org.sightline.plans.Issues;
import org.sightline.plans.Measure;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ActionFormController {

  private final Actions actions;
  private final Issues issues;
  private final Measures measures;
  private final Telling telling;
  private final PlanDates dates;
  private final PlanCalendars calendars;
  private final Words words;

  ActionFormController(
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

  @GetMapping("/plans/{workspace}/issues/{issue}/actions/new")
  String ask(
      SignedIn who, @PathVariable String workspace, @PathVariable String issue, Model model) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var form = Answers.none(words).with("due", dates.due(calendars.of(who, in)).lastDay());
    return show(who, in, issues.one(who, in, IssueId.of(issue)), null, form, model);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/plans/{workspace}/issues/{issue}/actions/new")
  String add(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String issue,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var one = issues.one(who, in, IssueId.of(issue));
    var form = new Answers(words, values);
    var terms = terms(who, in, form);
    if (terms == null) {
      response.setStatus(422);
      return show(who, in, one, null, form, model);
    }
    actions.add(who, in, one.id(), terms);
    Notice.leave(redirect, words.say("plans.actions.added"));
    return "redirect:/plans/" + workspace + "/issues/" + issue;
  }

  @GetMapping("/plans/{workspace}/actions/{action}/change")
  String change(
      SignedIn who, @PathVariable String workspace, @PathVariable String action, Model model) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var last = actions.history(who, in, ActionId.of(action)).getLast();
    var terms = last.terms();
    var form =
        Answers.none(words)
            .with("version", last.version())
            .with("library", terms.measureId())
            .with("kind", terms.kind())
            .with("measure", terms.measure())
            .with("owner", terms.owner())
            .with("due", terms.due())
            .with("answer", terms.answer().name())
            .with("answerNote", terms.answerNote())
            .with("forStudents", terms.forStudents());
    return show(who, in, issues.one(who, in, last.issue()), action, form, model);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/plans/{workspace}/actions/{action}/change")
  String save(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String action,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var id = ActionId.of(action);
    var issue = actions.history(who, in, id).getLast().issue();
    var form = new Answers(words, values);
    var terms = terms(who, in, form);
    if (terms == null) {
      response.setStatus(422);
      return show(who, in, issues.one(who, in, issue), action, form, model);
    }
    actions.change(who, in, id, form.version(), terms);
    Notice.leave(redirect, words.say("plans.actions.changed"));
    return "redirect:/plans/" + workspace + "/actions/" + action;
  }

  /// The terms, or `null` when the form is wrong. A measure of the library brings its words; words
  /// of one's own go before them.
  private @Nullable ActionTerms terms(SignedIn who, WorkspaceId in, Answers form) {
    Measure chosen = chosen(who, in, form);
    String own = form.lines("measure");
    String kind = chosen == null ? form.value("kind") : chosen.kind();
    if (chosen == null && own == null) {
      form.problem("library", words.say("plans.actions.measure.missing"));
    }
    if (chosen == null && !measures.kinds().containsKey(kind)) {
      form.problem("kind", words.say("plans.actions.kind.missing"));
    }
    String measure = own == null && chosen != null ? chosen.title() + ". " + chosen.text() : own;
    boolean member = telling.colleagues(who, in).containsKey(form.value("owner"));
    if (!member) {
      form.problem("owner", words.say("plans.actions.owner.missing"));
    }
    var due = form.day("due");
    var answer = form.choice("answer", HarmAnswer.class, "plans.actions.answer.missing");
    String note = form.lines("answerNote");
    String forStudents = form.lines("forStudents");
    if (issues.nameSomebody(who, in, forStudents)) {
      form.problem("forStudents", words.say("plans.fields.named"));
    }
    if (form.isWrong() || measure == null) {
      return null;
    }
    return new ActionTerms(
        chosen == null ? null : chosen.id(),
        kind,
        measure,
        new UserId(Ids.parse(form.value("owner"))),
        due.orElseThrow(),
        answer.orElseThrow(),
        note,
        forStudents);
  }

  private @Nullable Measure chosen(SignedIn who, WorkspaceId in, Answers form) {
    return measures.forRound(who, in).stream()
        .filter(measure -> form.is("library", measure.id()))
        .findFirst()
        .orElse(null);
  }

  private String show(
      SignedIn who,
      WorkspaceId in,
      Issue issue,
      @Nullable String action,
      Answers form,
      Model model) {
    Map<String, List<Measure>> library =
        measures.forRound(who, in).stream()
            .collect(
                Collectors.groupingBy(
                    measure -> String.valueOf(measures.kinds().get(measure.kind())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    model.addAttribute(
        "page",
        new ActionFormPage(
            in.toString(),
            issue,
            action,
            form,
            measures.question(),
            library,
            measures.kinds(),
            telling.colleagues(who, in),
            telling.options("answer", HarmAnswer.class),
            dates.due(calendars.of(who, in)).explanation()));
    return "plans/actions/form";
  }

  private void requireWriter(SignedIn who, WorkspaceId workspace) {
    if (!issues.mayWrite(who, workspace)) {
      throw new NotThere();
    }
  }
}
