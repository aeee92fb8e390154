package org.sightline.network.actions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.Gaps;
import org.sightline.network.Gaps.Becomes;
import org.sightline.network.Gaps.Found;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Answers;
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

/// Closing a gap: what was found, who found it, what it becomes, what it raised.
@Controller
@RequestMapping("/network/maps/{work}/gaps/{gap}/found")
class FoundController {

  private static final String NOTHING = "NOTHING";
  private static final String NODE = "NODE";
  private static final String LINE = "LINE";

  private final Gaps gaps;
  private final Exercises exercises;
  private final SayingActions saying;
  private final Sentences sentences;
  private final Words words;

  FoundController(
      Gaps gaps, Exercises exercises, SayingActions saying, Sentences sentences, Words words) {
    this.gaps = gaps;
    this.exercises = exercises;
    this.saying = saying;
    this.sentences = sentences;
    this.words = words;
  }

  @GetMapping
  String ask(SignedIn who, @PathVariable String work, @PathVariable String gap, Model model) {
    var head = saying.head(who, WorkspaceId.of(work));
    var form = Answers.none(words).with("day", exercises.today());
    return page(who, head, open(who, head, gap), form, model);
  }

  @PostMapping
  String found(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String gap,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var head = saying.head(who, WorkspaceId.of(work));
    var held = open(who, head, gap);
    var form = new Answers(words, values);
    String what = form.needLines("found", "network.gap.found.missing");
    String by = form.needLine("by", "network.gap.by.missing");
    accept(form, "found", Field.FOUND, what);
    accept(form, "by", Field.FOUND_BY, by);
    var day = form.day("day", exercises.today(), "network.gap.day.wrong");
    var becomes = becomes(who, head, form);
    var raised = raised(form);
    if (form.isWrong() || becomes == null) {
      response.setStatus(422);
      return page(who, head, held, form, model);
    }
    gaps.answer(
        who, head.work(), held.id(), new Found(what, by, day.orElseThrow(), null), becomes, raised);
    if (becomes.line() != null) {
      Notice.leave(redirect, words.say("network.gap.answered.line"));
      return "redirect:" + head.map() + "/elements/" + becomes.line();
    }
    Notice.leave(redirect, words.say("network.gap.answered"));
    return "redirect:" + head.gaps();
  }

  private @Nullable Becomes becomes(SignedIn who, Head head, Answers form) {
    switch (form.value("became")) {
      case NOTHING -> {
        return Becomes.NOTHING;
      }
      case NODE -> {
        var kind = form.choice("kind", NodeKind.class, "network.gap.kind.missing");
        String name = form.needLine("name", "network.gap.name.missing");
        accept(form, "name", Field.LABEL, name);
        return kind.map(is -> new Becomes(new Becomes.NewNode(is, name), null)).orElse(null);
      }
      case LINE -> {
        String line = form.value("line");
        if (!lines(who, head).containsKey(line)) {
          form.problem("line", words.say("network.gap.line.missing"));
          return null;
        }
        return new Becomes(null, ElementId.of(line));
      }
      default -> {
        form.problem("became", words.say("network.gap.became.missing"));
        return null;
      }
    }
  }

  private List<String> raised(Answers form) {
    String typed = form.lines("raised");
    var raised =
        typed == null
            ? List.<String>of()
            : typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    raised.forEach(question -> accept(form, "raised", Field.LABEL, question));
    return raised;
  }

  private void accept(Answers form, String name, Field field, String value) {
    if (!value.isEmpty() && !field.accepts(value)) {
      form.problem(name, words.say("network.gap.long." + name));
    }
  }

  private Gaps.Gap open(SignedIn who, Head head, String gap) {
    var held = gaps.find(who, head.work(), ElementId.of(gap));
    if (!head.mayWrite() || held.found() != null) {
      throw new NotThere();
    }
    return held;
  }

  private Map<String, String> lines(SignedIn who, Head head) {
    var lines = new LinkedHashMap<String, String>();
    var picture = gaps.of(who, head.work()).picture();
    for (var line : picture.on(ElementKind.LINE)) {
      lines.put(line.id().toString(), sentences.called(picture, line));
    }
    return lines;
  }

  private String page(SignedIn who, Head head, Gaps.Gap gap, Answers form, Model model) {
    var became = new LinkedHashMap<String, String>();
    var lines = lines(who, head);
    for (String each : lines.isEmpty() ? List.of(NODE, NOTHING) : List.of(NODE, LINE, NOTHING)) {
      became.put(each, words.say("network.gap.became." + each));
    }
    var kinds = new LinkedHashMap<String, String>();
    for (var kind : NodeKind.values()) {
      if (kind != NodeKind.GAP) {
        kinds.put(
            kind.name(),
            words.say(
                "network.node."
                    + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
      }
    }
    model.addAttribute(
        "page",
        new FoundPage(head, gap.id().toString(), gap.question(), form, became, kinds, lines));
    return "network/actions/found";
  }
}
