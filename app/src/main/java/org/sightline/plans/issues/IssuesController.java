package org.sightline.plans.issues;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.IssueId;
import org.sightline.plans.IssueText;
import org.sightline.plans.Issues;
import org.sightline.plans.NewIssue;
import org.sightline.plans.Plans;
import org.sightline.plans.Route;
import org.sightline.plans.Source;
import org.sightline.plans.pages.Telling;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
import org.sightline.web.SavedFirst;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class IssuesController {

  private final Plans plans;
  private final Issues issues;
  private final Telling telling;
  private final Words words;

  IssuesController(Plans plans, Issues issues, Telling telling, Words words) {
    this.plans = plans;
    this.issues = issues;
    this.telling = telling;
    this.words = words;
  }

  @GetMapping("/plans/{workspace}/issues/{issue}")
  String show(
      SignedIn who, @PathVariable String workspace, @PathVariable String issue, Model model) {
    var in = WorkspaceId.of(workspace);
    var one = issues.one(who, in, IssueId.of(issue));
    var wordings = issues.wordings(who, in, one.id());
    var decision = one.decision();
    model.addAttribute(
        "page",
        new IssuePage(
            workspace,
            telling.about(who, in),
            issues.mayWrite(who, in),
            one,
            telling.outcome(one),
            decision == null || !one.hasOutcome() ? null : telling.author(who, decision),
            issues.decisions(who, in, one.id()).reversed().stream()
                .map(past -> new IssuePage.Past(telling.decision(past), telling.author(who, past)))
                .toList(),
            wordings.reversed(),
            names(who, one, wordings)));
    return "plans/issues/issue";
  }

  @GetMapping("/plans/{workspace}/issues/new")
  String ask(SignedIn who, @PathVariable String workspace, Model model) {
    requireWriter(who, WorkspaceId.of(workspace));
    return form(workspace, null, Answers.none(words).with("route", "none"), model);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/plans/{workspace}/issues/new")
  String add(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var form = new Answers(words, values);
    var source = form.choice("source", Source.class, "plans.issues.source.missing");
    var text = text(who, in, form);
    if (text == null || source.isEmpty()) {
      response.setStatus(422);
      return form(workspace, null, form, model);
    }
    var id = plans.raiseIssue(who, in, new NewIssue(null, source.get(), text));
    Notice.leave(redirect, words.say("plans.issues.added"));
    return "redirect:/plans/" + workspace + "/issues/" + id;
  }

  @GetMapping("/plans/{workspace}/issues/{issue}/wording")
  String reword(
      SignedIn who, @PathVariable String workspace, @PathVariable String issue, Model model) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var held = issues.one(who, in, IssueId.of(issue));
    var text = held.text();
    var form =
        Answers.none(words)
            .with("version", held.version())
            .with("place", text.place())
            .with("said", text.said())
            .with("forStudents", text.forStudents())
            .with("outside", text.outsideSchool() ? "yes" : null)
            .with("route", text.route() == null ? "none" : text.route().name())
            .with("heldBack", text.heldBack() ? "yes" : null);
    return form(workspace, issue, form, model);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/plans/{workspace}/issues/{issue}/wording")
  String save(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String issue,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var form = new Answers(words, values);
    var text = text(who, in, form);
    if (text == null) {
      response.setStatus(422);
      return form(workspace, issue, form, model);
    }
    try {
      issues.reword(who, in, IssueId.of(issue), form.version(), text);
    } catch (Stale stale) {
      response.setStatus(412);
      return savedFirst(who, in, IssueId.of(issue), form, text, model);
    }
    Notice.leave(redirect, words.say("plans.issues.reworded"));
    return "redirect:/plans/" + workspace + "/issues/" + issue;
  }

  private String savedFirst(
      SignedIn who, WorkspaceId in, IssueId id, Answers form, IssueText typed, Model model) {
    var wordings = issues.wordings(who, in, id);
    var theirs = wordings.getLast();
    var opened = wordings.stream().filter(past -> past.version() == form.version()).findFirst();
    var first =
        SavedFirst.of(
            words.say("plans.by", telling.name(who, theirs.by()), Telling.day(theirs.at())),
            opened.map(past -> telling.byLabel(past.text())).orElseGet(Map::of),
            telling.byLabel(theirs.text()),
            telling.byLabel(typed));
    return form(in.toString(), id.toString(), form.with("version", theirs.version()), first, model);
  }

  private String form(String workspace, @Nullable String issue, Answers form, Model model) {
    return form(workspace, issue, form, null, model);
  }

  private String form(
      String workspace,
      @Nullable String issue,
      Answers form,
      @Nullable SavedFirst first,
      Model model) {
    var routes = new LinkedHashMap<String, String>();
    routes.put("none", words.say("plans.route.none"));
    routes.putAll(telling.options("route", Route.class));
    model.addAttribute(
        "page",
        new IssueFormPage(
            workspace, issue, form, telling.options("source", Source.class), routes, first));
    return "plans/issues/form";
  }

  private @Nullable IssueText text(SignedIn who, WorkspaceId in, Answers form) {
    String place = form.needLines("place", "plans.issues.place.missing");
    String said = form.lines("said");
    String forStudents = form.lines("forStudents");
    if (issues.nameSomebody(who, in, place)) {
      form.problem("place", words.say("plans.issues.place.named"));
    }
    if (issues.nameSomebody(who, in, forStudents)) {
      form.problem("forStudents", words.say("plans.fields.named"));
    }
    Route route =
        Arrays.stream(Route.values())
            .filter(known -> form.is("route", known.name()))
            .findFirst()
            .orElse(null);
    if (route == null && !form.is("route", "none")) {
      form.problem("route", words.say("plans.issues.route.missing"));
    }
    return form.isWrong()
        ? null
        : new IssueText(
            place, said, forStudents, form.is("outside", "yes"), route, form.is("heldBack", "yes"));
  }

  private Map<UserId, String> names(
      SignedIn who, org.sightline.plans.Issue issue, Iterable<Issues.Earlier> wordings) {
    var names = new HashMap<UserId, String>();
    issue
        .actions()
        .forEach(
            action ->
                names.computeIfAbsent(action.terms().owner(), user -> telling.name(who, user)));
    wordings.forEach(
        wording -> names.computeIfAbsent(wording.by(), user -> telling.name(who, user)));
    return names;
  }

  private void requireWriter(SignedIn who, WorkspaceId workspace) {
    if (!issues.mayWrite(who, workspace)) {
      throw new NotThere();
    }
  }
}
