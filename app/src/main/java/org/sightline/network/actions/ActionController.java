package org.sightline.network.actions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.MapActions;
import org.sightline.plans.agreed.ActionTerms;
import org.sightline.plans.agreed.AgreedAction;
import org.sightline.plans.agreed.AgreedAction.State;
import org.sightline.plans.agreed.AgreedActions;
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

/// One action: what was agreed, and how far it is.
@Controller
@RequestMapping("/network/maps/{work}/actions/{action}")
class ActionController {

  private final AgreedActions actions;
  private final MapActions onTheMap;
  private final Exercises exercises;
  private final SayingActions saying;
  private final ActionForm forms;
  private final Words words;

  ActionController(
      AgreedActions actions,
      MapActions onTheMap,
      Exercises exercises,
      SayingActions saying,
      ActionForm forms,
      Words words) {
    this.actions = actions;
    this.onTheMap = onTheMap;
    this.exercises = exercises;
    this.saying = saying;
    this.forms = forms;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String work, @PathVariable String action, Model model) {
    var head = saying.head(who, WorkspaceId.of(work));
    return page(who, head, find(who, head, action), Answers.none(words), model);
  }

  @PostMapping("/updates")
  String update(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String action,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var head = saying.head(who, WorkspaceId.of(work));
    var held = find(who, head, action);
    var form = new Answers(words, values);
    var state = form.choice("state", State.class, "network.action.state.missing");
    String said = form.needLines("said", "network.action.said.missing");
    var day = form.day("day", exercises.today(), "network.action.day.wrong");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, head, held, form, model);
    }
    actions.update(who, head.work(), held.id(), state.orElseThrow(), day.orElseThrow(), said);
    Notice.leave(redirect, words.say("network.action.update.kept"));
    return "redirect:" + head.actions() + "/" + held.id();
  }

  @PostMapping("/updates/{update}/{what:taking-back|return}")
  String takeBackUpdate(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String action,
      @PathVariable String update,
      @PathVariable String what,
      RedirectAttributes redirect) {
    boolean back = what.equals("taking-back");
    actions.takeBackUpdate(who, WorkspaceId.of(work), Ids.parse(action), Ids.parse(update), back);
    Notice.leave(
        redirect, words.say(back ? "network.action.update.back" : "network.action.update.again"));
    return "redirect:/network/maps/" + work + "/actions/" + action;
  }

  @PostMapping("/{what:taking-back|return}")
  String takeBack(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String action,
      @PathVariable String what,
      RedirectAttributes redirect) {
    boolean back = what.equals("taking-back");
    actions.takeBack(who, WorkspaceId.of(work), Ids.parse(action), back);
    Notice.leave(
        redirect, words.say(back ? "network.action.taken-back" : "network.action.said-again"));
    return "redirect:/network/maps/" + work + "/actions/" + action;
  }

  @GetMapping("/terms")
  String reconsider(
      SignedIn who, @PathVariable String work, @PathVariable String action, Model model) {
    var head = saying.head(who, WorkspaceId.of(work));
    var held = find(who, head, action);
    if (!head.mayWrite()) {
      throw new NotThere();
    }
    return form(who, head, held, forms.filled(held.terms()).with("version", held.version()), model);
  }

  @PostMapping("/terms")
  String change(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String action,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var head = saying.head(who, WorkspaceId.of(work));
    var held = find(who, head, action);
    var form = new Answers(words, values);
    var terms = forms.read(who, head.work(), form, isGap(held));
    if (terms == null) {
      response.setStatus(422);
      return form(who, head, held, form, model);
    }
    onTheMap.change(who, head.work(), held.id(), form.version(), terms);
    Notice.leave(redirect, words.say("network.action.changed"));
    return "redirect:" + head.actions() + "/" + held.id();
  }

  private AgreedAction find(SignedIn who, Head head, String action) {
    return actions.find(who, head.work(), Ids.parse(action));
  }

  private static boolean isGap(AgreedAction action) {
    return action.terms().kind() == ActionTerms.Kind.GAP;
  }

  private String page(SignedIn who, Head head, AgreedAction action, Answers form, Model model) {
    var all = onTheMap.of(who, head.work());
    var element = all.target(action);
    boolean isGap = isGap(action) && element != null && element.isOn() && MapActions.isGap(element);
    var states = new LinkedHashMap<String, String>();
    for (var state : State.values()) {
      if (!isGap || state != State.DONE) {
        states.put(state.name(), words.say("network.action.say." + state));
      }
    }
    if (form.value("day-day").isEmpty() && !form.isWrong()) {
      form.with("day", exercises.today());
    }
    model.addAttribute(
        "page",
        new ActionPage(
            head,
            action.id().toString(),
            saying.line(all, action),
            element == null ? "" : element.id().toString(),
            isGap,
            saying.by(action.by(), action.at()),
            action.updates().reversed().stream()
                .map(
                    one ->
                        new ActionPage.Update(
                            one.id().toString(),
                            words.say("network.action.state." + one.state()),
                            one.words(),
                            Dates.day(one.day()),
                            saying.by(one.by(), one.at()),
                            one.isTakenBack()))
                .toList(),
            states,
            form));
    return "network/actions/action";
  }

  private String form(SignedIn who, Head head, AgreedAction action, Answers form, Model model) {
    String here = head.actions() + "/" + action.id();
    var all = onTheMap.of(who, head.work());
    model.addAttribute(
        "page",
        new ActionFormPage(
            head,
            here + "/terms",
            here,
            words.say("network.action.change"),
            saying.answers(all, action),
            "",
            isGap(action),
            form,
            forms.kinds(),
            forms.abouts(),
            forms.owners(who, head.work())));
    return "network/actions/form";
  }
}
