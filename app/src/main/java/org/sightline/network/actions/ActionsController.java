package org.sightline.network.actions;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.MapActions;
import org.sightline.network.ReviewDates;
import org.sightline.network.ReviewProposal;
import org.sightline.network.map.Element;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.sentences.Sentences;
import org.sightline.plans.agreed.ActionTerms.About;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The list of actions, and one more.
@Controller
@RequestMapping("/network/maps/{work}/actions")
class ActionsController {

  private final MapActions onTheMap;
  private final Exercises exercises;
  private final ReviewDates reviews;
  private final SayingActions saying;
  private final ActionForm forms;
  private final Sentences sentences;
  private final Words words;

  ActionsController(
      MapActions onTheMap,
      Exercises exercises,
      ReviewDates reviews,
      SayingActions saying,
      ActionForm forms,
      Sentences sentences,
      Words words) {
    this.onTheMap = onTheMap;
    this.exercises = exercises;
    this.reviews = reviews;
    this.saying = saying;
    this.forms = forms;
    this.sentences = sentences;
    this.words = words;
  }

  @GetMapping
  String list(SignedIn who, @PathVariable String work, Model model) {
    var head = saying.head(who, WorkspaceId.of(work));
    var all = onTheMap.of(who, head.work());
    var lines = all.actions().stream().map(one -> saying.line(all, one)).toList();
    model.addAttribute(
        "page",
        new ActionsPage(
            head,
            lines.stream().filter(ActionLine::isOpen).toList(),
            lines.stream().filter(one -> !one.isOpen() && !one.isTakenBack()).toList(),
            lines.stream().filter(ActionLine::isTakenBack).toList(),
            review(who, head, all.actions())));
    return "network/actions/actions";
  }

  @GetMapping("/new")
  String ask(
      SignedIn who,
      @PathVariable String work,
      @RequestParam(defaultValue = "") String element,
      Model model) {
    var head = writable(who, work);
    var target = target(who, head, element);
    var form = Answers.none(words);
    if (target != null) {
      form.with("about", isPerson(target) ? About.PERSON.name() : About.CONTEXT.name());
      if (MapActions.isGap(target)) {
        form.with("words", target.value(Field.LABEL)).with("agency", target.value(Field.ASKED_OF));
      }
    }
    return form(who, head, target, form, model);
  }

  @PostMapping
  String agree(
      SignedIn who,
      @PathVariable String work,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var head = writable(who, work);
    var form = new Answers(words, values);
    var target = target(who, head, form.value("element"));
    var terms = forms.read(who, head.work(), form, MapActions.isGap(target));
    if (terms == null) {
      response.setStatus(422);
      return form(who, head, target, form, model);
    }
    var id = onTheMap.agree(who, head.work(), target == null ? null : target.id(), terms);
    Notice.leave(redirect, words.say("network.action.agreed"));
    return "redirect:" + head.actions() + "/" + id;
  }

  private String form(
      SignedIn who, Head head, @Nullable Element target, Answers form, Model model) {
    boolean isGap = MapActions.isGap(target);
    model.addAttribute(
        "page",
        new ActionFormPage(
            head,
            head.actions(),
            isGap ? head.gaps() : head.actions(),
            words.say(isGap ? "network.gap.give" : "network.action.add"),
            target == null ? "" : sentences.called(onTheMap.of(who, head.work()).picture(), target),
            target == null ? "" : target.id().toString(),
            isGap,
            form,
            forms.kinds(),
            forms.abouts(),
            forms.owners(who, head.work())));
    return "network/actions/form";
  }

  private @Nullable Element target(SignedIn who, Head head, String element) {
    if (element.isEmpty()) {
      return null;
    }
    var found = onTheMap.of(who, head.work()).picture().find(ElementId.of(element));
    if (found == null || found.kind() == ElementKind.REPORT) {
      throw new NotThere();
    }
    return found;
  }

  private static boolean isPerson(Element element) {
    return element.kind() == ElementKind.LINE
        || NodeKind.valueOf(element.value(Field.KIND)).isPerson();
  }

  private Head writable(SignedIn who, String work) {
    var head = saying.head(who, WorkspaceId.of(work));
    if (!head.mayWrite()) {
      throw new NotThere();
    }
    return head;
  }

  /// A proposal, and no change of any date (B66).
  private String review(SignedIn who, Head head, List<AgreedAction> all) {
    if (head.exercise() == null || !head.exercise().isOpen()) {
      return "";
    }
    var due =
        all.stream().filter(AgreedAction::isOutstanding).map(one -> one.terms().due()).toList();
    LocalDate latest = reviews.next(who, head.work());
    var proposal = ReviewProposal.of(due, latest, exercises.today());
    if (proposal == null) {
      return "";
    }
    String last = Dates.weekday(proposal.last());
    String day = Dates.weekday(proposal.day());
    if (latest == null) {
      return words.say("network.action.review", last, day);
    }
    return words.say(
        proposal.isTooSoon() ? "network.action.review.too-soon" : "network.action.review.in-time",
        last,
        day,
        Dates.weekday(latest));
  }
}
