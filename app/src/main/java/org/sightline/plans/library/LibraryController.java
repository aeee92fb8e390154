package org.sightline.plans.library;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Role;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.plans.Issues;
import org.sightline.plans.Measure;
import org.sightline.plans.Measures;
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
@RequestMapping("/plans/measures")
class LibraryController {

  private final Measures measures;
  private final Issues issues;
  private final Telling telling;
  private final Words words;

  LibraryController(Measures measures, Issues issues, Telling telling, Words words) {
    this.measures = measures;
    this.issues = issues;
    this.telling = telling;
    this.words = words;
  }

  @GetMapping
  String show(
      SignedIn who,
      @RequestParam(required = false) @Nullable String school,
      @RequestParam(defaultValue = "") String kind,
      Model model) {
    var at = school(who, school);
    var library = measures.of(who, at);
    Map<String, List<Measure>> offered =
        library.stream()
            .filter(measure -> !measure.retired())
            .filter(measure -> kind.isEmpty() || measure.kind().equals(kind))
            .collect(Collectors.groupingBy(Measure::kind, LinkedHashMap::new, Collectors.toList()));
    model.addAttribute(
        "page",
        new LibraryPage(
            at.toString(),
            issues.mayWrite(who, at),
            measures.question(),
            measures.kinds(),
            kind,
            offered,
            library.stream().filter(Measure::retired).toList()));
    return "plans/library/measures";
  }

  @GetMapping("/{measure}")
  String edit(
      SignedIn who,
      @PathVariable String measure,
      @RequestParam(required = false) @Nullable String school,
      Model model) {
    var at = school(who, school);
    requireWriter(who, at);
    var form = Answers.none(words).with("version", 0);
    if (!measure.equals("new")) {
      var held = one(who, at, measure);
      form.with("version", held.version())
          .with("kind", held.kind())
          .with("title", held.title())
          .with("text", held.text())
          .with("hint", held.hint());
    }
    return form(who, at, measure, form, model);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/{measure}")
  String save(
      SignedIn who,
      @PathVariable String measure,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var form = new Answers(words, values);
    var at = school(who, form.value("school"));
    requireWriter(who, at);
    String title = form.needLines("title", "plans.library.title.missing");
    String text = form.needLines("text", "plans.library.text.missing");
    String hint = form.lines("hint");
    if (!measures.kinds().containsKey(form.value("kind"))) {
      form.problem("kind", words.say("plans.actions.kind.missing"));
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return form(who, at, measure, form, model);
    }
    boolean isNew = measure.equals("new");
    measures.save(
        who,
        at,
        new Measure(
            isNew ? Measures.newId() : one(who, at, measure).id(),
            isNew ? 0 : form.version(),
            form.value("kind"),
            title,
            text,
            hint == null ? "" : hint,
            false));
    return saved(at, isNew ? "plans.library.added" : "plans.library.reworded", redirect);
  }

  @OnlyFor({Role.ROUND_OWNER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.DEPUTY_LEAD})
  @PostMapping("/{measure}/retiring")
  String retire(
      SignedIn who,
      @PathVariable String measure,
      @RequestParam Map<String, String> values,
      RedirectAttributes redirect) {
    var form = new Answers(words, values);
    var at = school(who, form.value("school"));
    requireWriter(who, at);
    var held = one(who, at, measure);
    boolean retire = !held.retired();
    measures.save(
        who,
        at,
        new Measure(
            held.id(),
            form.version(),
            held.kind(),
            held.title(),
            held.text(),
            held.hint(),
            retire));
    return saved(at, retire ? "plans.library.retired" : "plans.library.back", redirect);
  }

  private String saved(WorkspaceId at, String key, RedirectAttributes redirect) {
    Notice.leave(redirect, words.say(key));
    return "redirect:/plans/measures?school=" + at;
  }

  private Measure one(SignedIn who, WorkspaceId at, String id) {
    return measures.of(who, at).stream()
        .filter(measure -> measure.id().equals(id))
        .findFirst()
        .orElseThrow(NotThere::new);
  }

  private String form(SignedIn who, WorkspaceId at, String measure, Answers form, Model model) {
    model.addAttribute(
        "page",
        new MeasurePage(
            at.toString(),
            measure,
            measure.equals("new"),
            form,
            measures.kinds(),
            measures.question(),
            measures.history(who, at, measure).reversed().stream()
                .map(
                    past ->
                        new MeasurePage.Past(
                            past.measure().title(),
                            past.measure().text(),
                            past.measure().retired(),
                            words.say(
                                "plans.by", telling.name(who, past.by()), Telling.day(past.at()))))
                .toList()));
    return "plans/library/measure";
  }

  private void requireWriter(SignedIn who, WorkspaceId school) {
    if (!issues.mayWrite(who, school)) {
      throw new NotThere();
    }
  }

  private WorkspaceId school(SignedIn who, @Nullable String school) {
    return school == null || school.isBlank()
        ? measures.schools(who).stream().findFirst().orElseThrow(NotThere::new)
        : WorkspaceId.of(school);
  }
}
