package org.sightline.network.drawing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.access.Casework;
import org.sightline.access.Users;
import org.sightline.audit.Processes;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.UserId;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercise;
import org.sightline.network.Exercises;
import org.sightline.network.Maps;
import org.sightline.network.NotDrawn;
import org.sightline.network.SealedMaps;
import org.sightline.network.actions.ActionsOfElements;
import org.sightline.network.map.ElementKind;
import org.sightline.network.map.Entry;
import org.sightline.network.map.Picture;
import org.sightline.network.map.Steps;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The map itself: as a picture, as a table, and as what was done to it.
@Controller
class MapController {

  private static final int ENTRIES = 200;

  private final Maps maps;
  private final Casework casework;
  private final Exercises exercises;
  private final SealedMaps sealed;
  private final Views views;
  private final Shapes shapes;
  private final ActionsOfElements actions;
  private final Sentences sentences;
  private final Users users;
  private final Processes processes;
  private final Words words;

  MapController(
      Maps maps,
      Casework casework,
      Exercises exercises,
      SealedMaps sealed,
      Views views,
      Shapes shapes,
      ActionsOfElements actions,
      Sentences sentences,
      Users users,
      Processes processes,
      Words words) {
    this.maps = maps;
    this.casework = casework;
    this.exercises = exercises;
    this.sealed = sealed;
    this.views = views;
    this.shapes = shapes;
    this.actions = actions;
    this.sentences = sentences;
    this.users = users;
    this.processes = processes;
    this.words = words;
  }

  @GetMapping("/network/maps")
  String list(SignedIn who, Model model) {
    model.addAttribute("pieces", casework.mine(who));
    return "network/drawing/list";
  }

  @GetMapping("/network/maps/{work}")
  String picture(SignedIn who, @PathVariable String work, Model model) {
    var id = WorkspaceId.of(work);
    model.addAttribute(
        "page",
        new MapPage(
            id, title(who, id), maps.mayDraw(who, id), versions(who, id), exercise(who, id)));
    return "network/drawing/map";
  }

  /// What is on the map: all of it, or what is different since an entry.
  @GetMapping("/network/maps/{work}/drawn")
  ResponseEntity<Record> drawn(
      SignedIn who, @PathVariable String work, @RequestParam(defaultValue = "-1") long after) {
    var id = WorkspaceId.of(work);
    if (after < 0) {
      return ResponseEntity.ok(Sent.of(views.whole(maps.see(who, id))));
    }
    var news = maps.since(who, id, after);
    return ResponseEntity.ok(
        news == null ? new View(after, List.of(), List.of(), List.of()) : views.since(news));
  }

  /// What the shape of the map shows, asked for and not kept.
  @GetMapping("/network/maps/{work}/shape")
  ResponseEntity<Shapes.Said> shape(
      SignedIn who, @PathVariable String work, @RequestParam(defaultValue = "") String asked) {
    var question =
        Arrays.stream(Shapes.Asked.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(asked))
            .findFirst()
            .orElse(Shapes.Asked.CONNECTORS);
    return ResponseEntity.ok(shapes.say(maps.open(who, WorkspaceId.of(work)), question));
  }

  @GetMapping("/network/maps/{work}/table")
  String table(SignedIn who, @PathVariable String work, Model model) {
    var id = WorkspaceId.of(work);
    var sight = maps.see(who, id);
    model.addAttribute(
        "page",
        new TablePage(
            id,
            title(who, id),
            sight.mayDraw(),
            views.whole(sight),
            Arrays.stream(Shapes.Asked.values())
                .map(asked -> shapes.say(sight.picture(), asked))
                .toList(),
            actions.toDo(who, id)));
    return "network/drawing/table";
  }

  @GetMapping("/network/maps/{work}/log")
  String log(SignedIn who, @PathVariable String work, Model model) {
    var id = WorkspaceId.of(work);
    var log = maps.log(who, id);
    var entries = log.entries();
    var steps = Steps.of(entries, who.user());
    var shown = entries.reversed().subList(0, Math.min(ENTRIES, entries.size()));
    var rows = new ArrayList<LogPage.Row>();
    var names = names(who, shown);
    for (var entry : shown) {
      boolean mine = log.sight().mayDraw() && steps.undo().contains(entry);
      rows.add(row(log.sight().picture(), entry, names.getOrDefault(entry.by(), ""), mine));
    }
    model.addAttribute("page", new LogPage(id, title(who, id), rows, entries.size()));
    return "network/drawing/log";
  }

  @PostMapping("/network/maps/{work}/undo")
  String undo(
      SignedIn who,
      @PathVariable String work,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return step(
        () -> maps.undo(who, WorkspaceId.of(work), words.say("network.log.because")),
        "network.map.undone",
        work,
        part,
        model,
        response,
        redirect);
  }

  @PostMapping("/network/maps/{work}/redo")
  String redo(
      SignedIn who,
      @PathVariable String work,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    return step(
        () -> maps.redo(who, WorkspaceId.of(work), words.say("network.log.because")),
        "network.map.redone",
        work,
        part,
        model,
        response,
        redirect);
  }

  @PostMapping("/network/maps/{work}/log/{number}/taking-back")
  String takeBack(
      SignedIn who,
      @PathVariable String work,
      @PathVariable long number,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    step(
        () -> maps.takeBack(who, WorkspaceId.of(work), number, words.say("network.log.because")),
        "network.map.undone",
        work,
        null,
        model,
        response,
        redirect);
    return "redirect:/network/maps/" + work + "/log";
  }

  private String step(
      Runnable doing,
      String done,
      String work,
      @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    String sentence = words.say(done);
    try {
      doing.run();
    } catch (NotDrawn not) {
      sentence = sentences.refusal(not.refusal(), Picture.of(List.of()));
      if (part != null) {
        response.setStatus(422);
      }
    }
    if (part != null) {
      model.addAttribute("sentence", sentence);
      return "network/drawing/said";
    }
    Notice.leave(redirect, sentence);
    return "redirect:/network/maps/" + work;
  }

  private Map<UserId, String> names(SignedIn who, List<Entry> entries) {
    return processes.look(
        who,
        () -> {
          var names = new HashMap<UserId, String>();
          entries.forEach(entry -> names.computeIfAbsent(entry.by(), users::nameOf));
          return names;
        });
  }

  private LogPage.Row row(Picture picture, Entry entry, String by, boolean mine) {
    var about =
        entry.edit().changes().stream()
            .map(change -> picture.find(change.element()))
            .filter(element -> element != null && element.kind() != ElementKind.REPORT)
            .distinct()
            .map(element -> sentences.called(picture, Objects.requireNonNull(element)))
            .limit(4)
            .toList();
    return new LogPage.Row(
        entry.number(),
        Dates.moment(entry.at()),
        by,
        entry.undoes() != null,
        about.isEmpty() ? words.say("network.log.a-report") : String.join(", ", about),
        mine);
  }

  private @Nullable Exercise exercise(SignedIn who, WorkspaceId work) {
    boolean isOne = exercises.mine(who).stream().anyMatch(each -> each.id().equals(work));
    return isOne ? exercises.find(who, work) : null;
  }

  /// By day, in the order in which they were sealed.
  private Map<String, String> versions(SignedIn who, WorkspaceId work) {
    var versions = new LinkedHashMap<String, String>();
    for (var one : sealed.offered(who, work)) {
      versions.put(
          one.id().toString(),
          words.say(
              "network.version.name",
              one.number(),
              words.say("network.session." + one.kind()),
              Dates.weekday(one.day())));
    }
    return versions;
  }

  private String title(SignedIn who, WorkspaceId work) {
    return casework.find(who, work).purpose().title();
  }
}
