package org.sightline.plans.outcomes;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.plans.CouncilLetters;
import org.sightline.plans.Issue;
import org.sightline.plans.IssueId;
import org.sightline.plans.Issues;
import org.sightline.plans.Outcome;
import org.sightline.plans.OutcomeKind;
import org.sightline.plans.PlanDates;
import org.sightline.plans.pages.Telling;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class OutcomesController {

  private static final int DAYS_TO_REPLY = 28;

  private final Issues issues;
  private final CouncilLetters letters;
  private final CouncilContacts contacts;
  private final PlanDates dates;
  private final Telling telling;
  private final Words words;

  OutcomesController(
      Issues issues,
      CouncilLetters letters,
      CouncilContacts contacts,
      PlanDates dates,
      Telling telling,
      Words words) {
    this.issues = issues;
    this.letters = letters;
    this.contacts = contacts;
    this.dates = dates;
    this.telling = telling;
    this.words = words;
  }

  /// First the kind of outcome, then, once it is chosen, its details.
  @GetMapping("/plans/{workspace}/issues/{issue}/outcome")
  String ask(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String issue,
      @RequestParam(required = false) @Nullable String kind,
      Model model,
      HttpServletResponse response) {
    var in = WorkspaceId.of(workspace);
    var one = open(who, in, issue);
    var form = Answers.none(words).with("kind", kind);
    if (kind != null && !kinds(one).containsKey(kind)) {
      form.problem("kind", words.say("plans.outcomes.missing"));
      response.setStatus(422);
    }
    var contact = contacts.forRound(who, in).stream().findFirst();
    form.with("version", one.decisionVersion())
        .with("recipient", contact.map(CouncilContact::team).orElse(null))
        .with("sentOn", dates.today())
        .with("replyBy", dates.today().plusDays(DAYS_TO_REPLY));
    return show(who, in, one, form, model);
  }

  @PostMapping("/plans/{workspace}/issues/{issue}/outcome")
  String decide(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String issue,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    var one = open(who, in, issue);
    var form = new Answers(words, values);
    var kind = form.choice("kind", OutcomeKind.class, "plans.outcomes.missing");
    boolean saved = kind.isPresent() && save(who, in, one, kind.get(), form);
    if (!saved) {
      response.setStatus(422);
      return show(who, in, one, form, model);
    }
    Notice.leave(redirect, words.say("plans.outcomes.recorded"));
    return "redirect:/plans/" + workspace + "/issues/" + issue;
  }

  @PostMapping("/plans/{workspace}/issues/{issue}/outcome/setting-aside")
  String setAside(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String issue,
      @RequestParam Map<String, String> values,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    issues.setAside(who, in, IssueId.of(issue), new Answers(words, values).version());
    Notice.leave(redirect, words.say("plans.outcomes.set-aside"));
    return "redirect:/plans/" + workspace + "/issues/" + issue;
  }

  /// Whether it was saved; if not, the form says why.
  private boolean save(SignedIn who, WorkspaceId in, Issue issue, OutcomeKind kind, Answers form) {
    return switch (kind) {
      case PLANNED -> {
        issues.decide(who, in, issue.id(), form.version(), new Outcome.Planned());
        yield true;
      }
      case COUNCIL -> council(who, in, issue, form);
      case REFERRED -> {
        String to = form.needLines("to", "plans.outcomes.to.missing");
        yield decided(
            who,
            in,
            issue,
            form,
            new Outcome.Referred(to, form.lines("reason"), told(who, in, form)));
      }
      case NO_ACTION -> {
        String reason = form.needLines("reason", "plans.outcomes.reason.missing");
        yield decided(who, in, issue, form, new Outcome.NoAction(reason, told(who, in, form)));
      }
    };
  }

  private boolean decided(
      SignedIn who, WorkspaceId in, Issue issue, Answers form, Outcome outcome) {
    if (!form.isWrong()) {
      issues.decide(who, in, issue.id(), form.version(), outcome);
    }
    return !form.isWrong();
  }

  private boolean council(SignedIn who, WorkspaceId in, Issue issue, Answers form) {
    String recipient = form.needLines("recipient", "plans.outcomes.recipient.missing");
    LocalDate sentOn = form.day("sentOn").orElse(dates.today());
    LocalDate replyBy = form.day("replyBy").orElse(sentOn);
    if (sentOn.isAfter(dates.today())) {
      form.problem("sentOn", words.say("plans.fields.ahead"));
    }
    if (replyBy.isBefore(sentOn)) {
      form.problem("replyBy", words.say("plans.council.reply-by.before"));
    }
    if (form.isWrong()) {
      return false;
    }
    if (form.version() != issue.decisionVersion()) {
      throw new Stale(words.say("plans.outcomes.stale"));
    }
    letters.recordSent(who, in, List.of(issue.id()), recipient, sentOn, replyBy);
    return true;
  }

  private @Nullable String told(SignedIn who, WorkspaceId in, Answers form) {
    String told = form.lines("told");
    if (issues.nameSomebody(who, in, told)) {
      form.problem("told", words.say("plans.fields.named"));
    }
    return told;
  }

  private Issue open(SignedIn who, WorkspaceId in, String issue) {
    if (!issues.mayWrite(who, in)) {
      throw new NotThere();
    }
    return issues.one(who, in, IssueId.of(issue));
  }

  private String show(SignedIn who, WorkspaceId in, Issue issue, Answers form, Model model) {
    var kinds = kinds(issue);
    model.addAttribute(
        "page", new OutcomePage(in.toString(), issue, form, contacts.forRound(who, in), kinds));
    return kinds.containsKey(form.value("kind"))
        ? "plans/outcomes/details"
        : "plans/outcomes/outcome";
  }

  /// "Planned" needs an action, and only an ordinary place outside school goes to the council.
  private Map<String, String> kinds(Issue issue) {
    var kinds = telling.options("outcomes", OutcomeKind.class);
    if (!issue.hasMeasure()) {
      kinds.remove(OutcomeKind.PLANNED.name());
    }
    if (!issue.text().outsideSchool() || issue.text().isSensitive()) {
      kinds.remove(OutcomeKind.COUNCIL.name());
    }
    return kinds;
  }
}
