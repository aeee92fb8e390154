package org.sightline.network.drawing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.NotDrawn;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Field;
import org.sightline.network.map.NodeKind;
import org.sightline.network.map.Picture;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Puts somebody or something on the map, and draws lines. A list of names is pasted as it is.
@Controller
class AddingController {

  private static final int NAMES = 200;

  private final Maps maps;
  private final Casework casework;
  private final KnownHere here;
  private final Questions questions;
  private final Sentences sentences;
  private final Words words;

  AddingController(
      Maps maps,
      Casework casework,
      KnownHere here,
      Questions questions,
      Sentences sentences,
      Words words) {
    this.maps = maps;
    this.casework = casework;
    this.here = here;
    this.questions = questions;
    this.sentences = sentences;
    this.words = words;
  }

  @GetMapping("/network/maps/{work}/nodes/new")
  String askNodes(
      SignedIn who,
      @PathVariable String work,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model) {
    return nodes(who, requireDrawer(who, work), Answers.none(words), null, part, model);
  }

  @PostMapping("/network/maps/{work}/nodes/new")
  String addNodes(
      SignedIn who,
      @PathVariable String work,
      @RequestParam MultiValueMap<String, String> values,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = requireDrawer(who, work);
    var form = new Answers(words, values);
    var ticked = ticked(who, id, form);
    var names = names(form, ticked.isEmpty());
    var kind =
        names.isEmpty()
            ? Optional.<NodeKind>empty()
            : form.choice("kind", NodeKind.class, "network.wrong.missing.kind");
    var added = new ArrayList<>(ticked);
    kind.ifPresent(of -> names.forEach(name -> added.add(new KnownHere.Known(of, name, null))));
    if (!form.isWrong()) {
      draw(who, id, edit(form, added), form);
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return nodes(who, id, form, null, part, model);
    }
    String said =
        added.size() == 1
            ? words.say("network.adding.added", added.getFirst().name())
            : words.say("network.adding.added-many", added.size());
    if (part != null) {
      return nodes(
          who, id, Answers.none(words).with("kind", form.value("kind")), said, part, model);
    }
    Notice.leave(redirect, said);
    return "redirect:/network/maps/" + work;
  }

  @GetMapping("/network/maps/{work}/lines/new")
  String askLine(
      SignedIn who,
      @PathVariable String work,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "") String young,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model) {
    var form = Answers.none(words).with("from", from).with("to", to);
    if (young.equals("yes")) {
      form.with("by-a-young-person", "yes");
    }
    return line(who, requireDrawer(who, work), form, null, part, model);
  }

  @PostMapping("/network/maps/{work}/lines/new")
  String addLine(
      SignedIn who,
      @PathVariable String work,
      @RequestParam Map<String, String> values,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = requireDrawer(who, work);
    var form = new Answers(words, values);
    var from = end(form, "from");
    var to = end(form, "to");
    var report = questions.read(form, questions.ofReport());
    String kind = form.value("line-kind");
    if (!Field.LINE_KIND.accepts(kind)) {
      form.problem("line-kind", words.say("network.wrong.line-kind"));
    }
    var line = ElementId.of(editId(form).toString());
    if (!form.isWrong() && from != null && to != null) {
      var changes = new ArrayList<Change>();
      changes.add(new Change(line, Field.FROM, from.toString()));
      changes.add(new Change(line, Field.TO, to.toString()));
      if (!kind.isEmpty()) {
        changes.add(new Change(line, Field.LINE_KIND, kind));
      }
      changes.addAll(Reporting.changes(ElementId.random(), line, report));
      draw(who, id, new Edit(editId(form), changes), form);
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return line(who, id, form, null, part, model);
    }
    String said = words.say("network.linking.linked");
    if (part != null) {
      return line(who, id, again(form), said, part, model);
    }
    Notice.leave(redirect, said);
    return "redirect:/network/maps/" + work + "/elements/" + line;
  }

  /// The same source can say more than one thing: who says so stays typed.
  private Answers again(Answers form) {
    var next = Answers.none(words).with("from", form.value("from"));
    for (String name :
        List.of(
            "role",
            "agency",
            "seen-or-heard",
            "when-day",
            "when-month",
            "when-year",
            "by-a-young-person",
            "by-the-police")) {
      next.with(name, form.value(name));
    }
    return next;
  }

  private void draw(SignedIn who, WorkspaceId work, Edit edit, Answers form) {
    try {
      maps.draw(who, work, edit, Reporting.seen(form));
    } catch (NotDrawn not) {
      form.problem("edit", sentences.refusal(not.refusal(), Picture.of(List.of())));
    }
  }

  private static Edit edit(Answers form, List<KnownHere.Known> added) {
    var changes = new ArrayList<Change>();
    for (var each : added) {
      var node = ElementId.random();
      changes.add(new Change(node, Field.KIND, each.kind().name()));
      changes.add(new Change(node, Field.LABEL, each.name()));
      if (each.record() != null) {
        changes.add(new Change(node, Field.RECORD, each.record().toString()));
      }
    }
    return new Edit(editId(form), changes);
  }

  /// Who was ticked of those who are written down already.
  private List<KnownHere.Known> ticked(SignedIn who, WorkspaceId work, Answers form) {
    var ids = form.ids("known");
    if (ids.isEmpty()) {
      return List.of();
    }
    var known = here.of(who, work, maps.open(who, work));
    return ids.stream().filter(known::containsKey).map(known::get).toList();
  }

  /// One name on each line.
  private List<String> names(Answers form, boolean needed) {
    var names =
        form.value("names")
            .lines()
            .map(name -> name.replace("\0", "").strip())
            .filter(name -> !name.isEmpty())
            .toList();
    if (names.isEmpty() && needed) {
      form.problem("names", words.say("network.wrong.missing.names"));
    } else if (names.size() > NAMES) {
      form.problem("names", words.say("network.wrong.too-many-names", NAMES));
    }
    for (int i = 0; i < names.size(); i++) {
      if (!Field.LABEL.accepts(names.get(i))) {
        form.problem("names", words.say("network.wrong.name-too-long", i + 1));
      }
    }
    return names;
  }

  private @Nullable ElementId end(Answers form, String name) {
    try {
      return ElementId.of(form.value(name));
    } catch (NotThere | IllegalArgumentException none) {
      form.problem(name, words.say("network.wrong.missing." + name));
      return null;
    }
  }

  private static UUID editId(Answers form) {
    return Ids.parse(form.value("edit"));
  }

  private WorkspaceId requireDrawer(SignedIn who, String work) {
    var id = WorkspaceId.of(work);
    maps.requireDrawer(who, id);
    return id;
  }

  private String nodes(
      SignedIn who,
      WorkspaceId work,
      Answers form,
      @Nullable String said,
      @Nullable String part,
      Model model) {
    model.addAttribute(
        "page",
        new AddingPage(
            work,
            title(who, work),
            UUID.randomUUID(),
            0,
            form,
            List.of(questions.kinds()),
            known(who, work),
            said,
            part != null));
    return "network/drawing/adding";
  }

  private Map<String, String> known(SignedIn who, WorkspaceId work) {
    var known = new LinkedHashMap<String, String>();
    here.of(who, work, maps.open(who, work))
        .forEach((id, each) -> known.put(id.toString(), each.name()));
    return known;
  }

  private String line(
      SignedIn who,
      WorkspaceId work,
      Answers form,
      @Nullable String said,
      @Nullable String part,
      Model model) {
    var picture = maps.open(who, work);
    var asked = new ArrayList<Question>();
    asked.add(questions.ofLine("", "").getFirst());
    asked.addAll(questions.ofReport());
    model.addAttribute(
        "page",
        new AddingPage(
            work,
            title(who, work),
            UUID.randomUUID(),
            picture.last(),
            form,
            asked,
            nodes(picture),
            said,
            part != null));
    return "network/drawing/linking";
  }

  /// By name, for a list to choose from.
  static Map<String, String> nodes(Picture picture) {
    var nodes = new LinkedHashMap<String, String>();
    picture.on(ElementKind.NODE).stream()
        .sorted(Comparator.comparing(node -> node.value(Field.LABEL)))
        .forEach(node -> nodes.put(node.id().toString(), node.value(Field.LABEL)));
    return nodes;
  }

  private String title(SignedIn who, WorkspaceId work) {
    return casework.find(who, work).purpose().title();
  }
}
