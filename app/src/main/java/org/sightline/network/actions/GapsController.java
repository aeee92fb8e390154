package org.sightline.network.actions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Gaps;
import org.sightline.network.Gaps.Standing;
import org.sightline.network.map.ElementId;
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

/// What nobody knows yet, as a list of tasks.
@Controller
@RequestMapping("/network/maps/{work}/gaps")
class GapsController {

  private final Gaps gaps;
  private final SayingActions saying;
  private final ActionsOfElements elements;
  private final ActionForm forms;
  private final Words words;

  GapsController(
      Gaps gaps, SayingActions saying, ActionsOfElements elements, ActionForm forms, Words words) {
    this.gaps = gaps;
    this.saying = saying;
    this.elements = elements;
    this.forms = forms;
    this.words = words;
  }

  @GetMapping
  String list(SignedIn who, @PathVariable String work, Model model) {
    var head = saying.head(who, WorkspaceId.of(work));
    var all = gaps.of(who, head.work());
    model.addAttribute(
        "page",
        new GapsPage(
            head, all.gaps().stream().map(gap -> line(all, gap)).toList(), summary(all.gaps())));
    return "network/actions/gaps";
  }

  @GetMapping("/new")
  String ask(SignedIn who, @PathVariable String work, Model model) {
    return form(who, writable(who, work), Answers.none(words), model);
  }

  @PostMapping
  String ask(
      SignedIn who,
      @PathVariable String work,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var head = writable(who, work);
    var form = new Answers(words, values);
    var terms = forms.read(who, head.work(), form, true);
    if (terms == null) {
      response.setStatus(422);
      return form(who, head, form, model);
    }
    gaps.ask(who, head.work(), terms);
    Notice.leave(redirect, words.say("network.gap.asked"));
    return "redirect:" + head.gaps();
  }

  @PostMapping("/{gap}/reopening")
  String reopen(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String gap,
      RedirectAttributes redirect) {
    gaps.reopen(who, WorkspaceId.of(work), ElementId.of(gap));
    Notice.leave(redirect, words.say("network.gap.reopened"));
    return "redirect:/network/maps/" + work + "/gaps";
  }

  private String form(SignedIn who, Head head, Answers form, Model model) {
    model.addAttribute(
        "page",
        new ActionFormPage(
            head,
            head.gaps(),
            head.gaps(),
            words.say("network.gap.add"),
            "",
            "",
            true,
            form,
            forms.kinds(),
            forms.abouts(),
            forms.owners(who, head.work())));
    return "network/actions/form";
  }

  private Head writable(SignedIn who, String work) {
    var head = saying.head(who, WorkspaceId.of(work));
    if (!head.mayWrite()) {
      throw new NotThere();
    }
    return head;
  }

  private GapsPage.Line line(Gaps.All all, Gaps.Gap gap) {
    AgreedAction task = gap.task();
    var facts = elements.gap(all.picture(), all.element(gap));
    return new GapsPage.Line(
        gap.id().toString(),
        gap.question(),
        gap.askedOf(),
        task == null ? "" : saying.owner(task.terms(), all.workers()),
        task == null ? "" : Dates.weekday(task.terms().due()),
        gap.standing(),
        light(gap),
        facts == null ? List.of() : facts.facts(),
        all.raisedBy(gap.id()).stream().map(Gaps.Gap::question).toList(),
        task == null ? null : "/network/maps/%s/actions/%s".formatted(task.work(), task.id()));
  }

  private String light(Gaps.Gap gap) {
    var task = gap.task();
    return gap.standing() == Standing.LATE || (gap.standing() == Standing.OPEN && task != null)
        ? java.util.Objects.requireNonNull(task).progress().words()
        : words.say("network.gap.standing." + gap.standing());
  }

  private String summary(List<Gaps.Gap> all) {
    return words.say(
        "network.gap.summary",
        count(all, Standing.LATE),
        count(all, Standing.NOBODY),
        count(all, Standing.OPEN) + count(all, Standing.NOT_WRITTEN),
        count(all, Standing.ANSWERED) + count(all, Standing.GIVEN_UP));
  }

  private static long count(List<Gaps.Gap> all, Standing standing) {
    return all.stream().filter(one -> one.standing() == standing).count();
  }
}
