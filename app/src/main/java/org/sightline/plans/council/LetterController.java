package org.sightline.plans.council;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.CouncilContact;
import org.sightline.plans.CouncilContacts;
import org.sightline.plans.CouncilLetters;
import org.sightline.plans.IssueId;
import org.sightline.plans.Issues;
import org.sightline.plans.LetterId;
import org.sightline.plans.PlanDates;
import org.sightline.plans.pages.Telling;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/plans/{workspace}/council")
class LetterController {

  private static final int DAYS_TO_REPLY = 28;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

  private final CouncilLetters letters;
  private final CouncilContacts contacts;
  private final Issues issues;
  private final Telling telling;
  private final PlanDates dates;
  private final Words words;

  LetterController(
      CouncilLetters letters,
      CouncilContacts contacts,
      Issues issues,
      Telling telling,
      PlanDates dates,
      Words words) {
    this.letters = letters;
    this.contacts = contacts;
    this.issues = issues;
    this.telling = telling;
    this.dates = dates;
    this.words = words;
  }

  @GetMapping
  String draft(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam MultiValueMap<String, String> values,
      Model model) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var form =
        Answers.none(words)
            .with("contact", values.getFirst("contact"))
            .with("sentOn", dates.today())
            .with("replyBy", dates.today().plusDays(DAYS_TO_REPLY));
    var contact = chosen(contacts.forRound(who, in), form);
    form.with("recipient", contact == null ? null : contact.team() + ", " + contact.area());
    return show(who, in, places(values), form, model);
  }

  @PostMapping("/sent")
  String sent(
      SignedIn who,
      @PathVariable String workspace,
      @RequestParam MultiValueMap<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var form = new Answers(words, values.toSingleValueMap());
    var about = places(values);
    if (about.isEmpty()) {
      form.problem("issue", words.say("plans.council.issues.missing"));
    }
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
      response.setStatus(422);
      return show(who, in, about, form, model);
    }
    letters.recordSent(who, in, about, recipient, sentOn, replyBy);
    Notice.leave(redirect, words.say("plans.council.sent.saved", Telling.day(replyBy)));
    return "redirect:/plans/" + workspace;
  }

  @GetMapping("/{letter}/reply")
  String askReply(
      SignedIn who, @PathVariable String workspace, @PathVariable String letter, Model model) {
    var form = Answers.none(words).with("repliedOn", dates.today());
    return reply(who, WorkspaceId.of(workspace), letter, form, model);
  }

  @PostMapping("/{letter}/reply")
  String recordReply(
      SignedIn who,
      @PathVariable String workspace,
      @PathVariable String letter,
      @RequestParam java.util.Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var in = WorkspaceId.of(workspace);
    requireWriter(who, in);
    var form = new Answers(words, values);
    var on = form.day("repliedOn");
    if (on.isPresent() && on.get().isAfter(dates.today())) {
      form.problem("repliedOn", words.say("plans.fields.ahead"));
    }
    String text = form.needLines("reply", "plans.council.reply.missing");
    String told = form.lines("forStudents");
    if (issues.nameSomebody(who, in, told)) {
      form.problem("forStudents", words.say("plans.fields.named"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return reply(who, in, letter, form, model);
    }
    letters.recordReply(who, in, LetterId.of(letter), on.orElseThrow(), text, told);
    Notice.leave(redirect, words.say("plans.council.reply.saved"));
    return "redirect:/plans/" + workspace;
  }

  private String reply(SignedIn who, WorkspaceId in, String letter, Answers form, Model model) {
    requireWriter(who, in);
    var id = LetterId.of(letter);
    var sent =
        letters.sent(who, in).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(NotThere::new);
    model.addAttribute("page", new ReplyPage(in.toString(), sent, telling.letter(sent), form));
    return "plans/council/reply";
  }

  private static List<IssueId> places(MultiValueMap<String, String> values) {
    return values.getOrDefault("issue", List.of()).stream().map(IssueId::of).toList();
  }

  /// The contact the writer chose, or the only one there is.
  private static @Nullable CouncilContact chosen(List<CouncilContact> all, Answers form) {
    return all.size() == 1
        ? all.getFirst()
        : all.stream()
            .filter(contact -> form.is("contact", contact.id().toString()))
            .findFirst()
            .orElse(null);
  }

  /// @param about the places that were chosen; none chosen means all that wait
  private String show(
      SignedIn who, WorkspaceId in, List<IssueId> about, Answers form, Model model) {
    var waiting = letters.drafted(who, in);
    var some = waiting.stream().filter(issue -> about.contains(issue.id())).toList();
    var drafted = some.isEmpty() ? waiting : some;
    var all = contacts.forRound(who, in);
    var work = telling.about(who, in);
    var heldOn = work.heldOn();
    model.addAttribute(
        "page",
        new LetterPage(
            in.toString(),
            work,
            waiting,
            drafted,
            all,
            chosen(all, form),
            letters.sent(who, in).stream()
                .map(letter -> new LetterPage.Sent(letter, telling.letter(letter)))
                .toList(),
            form,
            Telling.day(dates.today()),
            MONTH.format(heldOn == null ? dates.today() : heldOn),
            Telling.day(dates.today().plusDays(DAYS_TO_REPLY))));
    return "plans/council/letter";
  }

  private void requireWriter(SignedIn who, WorkspaceId workspace) {
    if (!issues.mayWrite(who, workspace)) {
      throw new NotThere();
    }
  }
}
