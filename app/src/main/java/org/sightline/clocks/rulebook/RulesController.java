package org.sightline.clocks.rulebook;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sightline.access.Users;
import org.sightline.clocks.Kind;
import org.sightline.clocks.Landing;
import org.sightline.clocks.Rule;
import org.sightline.clocks.Rule.Part;
import org.sightline.clocks.RuleBook;
import org.sightline.clocks.RuleBookDesk;
import org.sightline.clocks.RuleConflicts;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.OnlyFor;
import org.sightline.web.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/clocks/rules")
class RulesController {

  private final RuleBookDesk desk;
  private final RuleBook rules;
  private final ObjectProvider<RuleConflicts> conflicts;
  private final Users users;
  private final Words words;

  RulesController(
      RuleBookDesk desk,
      RuleBook rules,
      ObjectProvider<RuleConflicts> conflicts,
      Users users,
      Words words) {
    this.desk = desk;
    this.rules = rules;
    this.conflicts = conflicts;
    this.users = users;
    this.words = words;
  }

  @GetMapping
  String list(SignedIn who, Model model) {
    model.addAttribute(
        "page",
        new RulesPage(
            desk.rules().stream().map(this::line).toList(), desk.mayChange(who), conflicts()));
    return "clocks/rulebook/rules";
  }

  @GetMapping("/{rule}")
  String show(SignedIn who, @PathVariable String rule, Model model) {
    var held = desk.rule(rule);
    var form = Answers.none(words).with("version", desk.version(who, held.id()));
    for (var part : held.limits().parts()) {
      form.with(name(part), RuleBookDesk.value(held, part));
    }
    return page(who, held, form, model);
  }

  @OnlyFor(Role.GOVERNANCE)
  @PostMapping("/{rule}")
  String change(
      SignedIn who,
      @PathVariable String rule,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var held = desk.rule(rule);
    if (!desk.mayChange(who) || held.limits().parts().isEmpty()) {
      throw new NotThere();
    }
    var form = new Answers(words, values);
    var parts = new LinkedHashMap<String, String>();
    for (var part : held.limits().parts().stream().sorted().toList()) {
      parts.put(name(part), form.needLine(name(part), "clocks.rule.missing." + part));
    }
    String because = form.needLines("because", "clocks.rule.because.missing");
    boolean changed = false;
    if (!form.isWrong()) {
      try {
        changed = desk.change(who, held.id(), form.version(), parts, because);
      } catch (IllegalArgumentException refusal) {
        form.problem(parts.keySet().iterator().next(), String.valueOf(refusal.getMessage()));
      }
    }
    if (!form.isWrong() && !changed) {
      form.problem(parts.keySet().iterator().next(), words.say("clocks.rule.same"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, held, form, model);
    }
    Notice.leave(redirect, words.say("clocks.rule.changed"));
    return "redirect:/clocks/rules/" + held.id();
  }

  private String page(SignedIn who, Rule rule, Answers form, Model model) {
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : Kind.values()) {
      if (rule.limits().kinds().contains(kind)) {
        kinds.put(kind.code(), words.say("clocks.kind." + kind));
      }
    }
    var landings = new LinkedHashMap<String, String>();
    for (var landing : Landing.values()) {
      landings.put(landing.code(), landing.words(rule.isBefore()));
    }
    var changes =
        desk.history(who, rule.id()).stream()
            .map(
                change ->
                    new RulePage.Changed(
                        words.say("clocks.part." + change.part().toUpperCase(Locale.ROOT)),
                        change.value() == null
                            ? words.say("clocks.rule.as-shipped")
                            : said(change.part(), change.value()),
                        change.because(),
                        words.say(
                            "clocks.by", users.nameOf(change.by()), Dates.moment(change.at()))))
            .toList();
    model.addAttribute(
        "page",
        new RulePage(
            line(rule),
            line(desk.shipped(rule.id().value())),
            desk.mayChange(who) && !rule.limits().parts().isEmpty(),
            rule.limits().parts().stream().map(RulesController::name).sorted().toList(),
            rule.limits().least(),
            rule.limits().most(),
            form,
            kinds,
            landings,
            changes,
            conflicts()));
    return "clocks/rulebook/rule";
  }

  /// What cannot all be kept as the rules are now.
  private List<String> conflicts() {
    return conflicts.stream().flatMap(each -> each.of(rules).stream()).toList();
  }

  private String said(String part, String value) {
    return switch (part) {
      case "kind" -> words.say("clocks.kind." + value.toUpperCase(Locale.ROOT).replace('-', '_'));
      case "landing" -> words.say("clocks.landing." + value);
      case "warning" -> words.say("clocks.rule.warning.days", value);
      default -> value;
    };
  }

  private RulesPage.Line line(Rule rule) {
    return new RulesPage.Line(
        rule.id().value(),
        rule.sentence(),
        rule.trigger(),
        rule.kind().isCounted() ? "" + rule.amount() : "",
        words.say("clocks.kind." + rule.kind()),
        words.say(direction(rule)),
        rule.landing().words(rule.isBefore()),
        rule.warning() == 0
            ? words.say("clocks.rule.warning.none")
            : words.say("clocks.rule.warning.days", rule.warning()),
        rule.source().requirement() + ": " + rule.source().guidance());
  }

  /// "After the day of the session", but "from when the concern was raised".
  private static String direction(Rule rule) {
    if (rule.isBefore()) {
      return "clocks.direction.before";
    }
    return rule.trigger().startsWith("when") ? "clocks.direction.from" : "clocks.direction.after";
  }

  private static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
