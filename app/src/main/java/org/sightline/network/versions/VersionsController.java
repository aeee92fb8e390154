package org.sightline.network.versions;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.access.Users;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Exercises;
import org.sightline.network.MappingSession.NoteKind;
import org.sightline.network.MappingSessions;
import org.sightline.network.SealedMap;
import org.sightline.network.SealedMaps;
import org.sightline.network.drawing.View;
import org.sightline.network.drawing.Views;
import org.sightline.web.Answers;
import org.sightline.web.Dates;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Looks back: the list of versions, and one of them, as a page and for the picture.
@Controller
@RequestMapping("/network/maps/{work}/versions")
class VersionsController {

  private final SealedMaps sealed;
  private final Exercises exercises;
  private final MappingSessions sessions;
  private final Views views;
  private final Namings namings;
  private final Users users;
  private final Words words;

  VersionsController(
      SealedMaps sealed,
      Exercises exercises,
      MappingSessions sessions,
      Views views,
      Namings namings,
      Users users,
      Words words) {
    this.sealed = sealed;
    this.exercises = exercises;
    this.sessions = sessions;
    this.views = views;
    this.namings = namings;
    this.users = users;
    this.words = words;
  }

  @GetMapping
  String list(SignedIn who, @PathVariable String work, Model model) {
    var id = WorkspaceId.of(work);
    var all = sealed.of(who, id);
    var hold = all.stream().filter(one -> !one.isOver()).toList();
    var choices = new LinkedHashMap<String, String>();
    hold.forEach(one -> choices.put(one.id().toString(), namings.of(one)));
    model.addAttribute(
        "page",
        new VersionsPage(
            exercises.find(who, id),
            all.stream().map(namings::line).toList(),
            choices,
            sinceLastTime(hold)));
    return "network/versions/versions";
  }

  /// The two last versions; while there is only one, what came since.
  private static String sinceLastTime(List<SealedMap> hold) {
    if (hold.isEmpty()) {
      return "";
    }
    return hold.size() == 1
        ? hold.getFirst().id() + "/until/now"
        : hold.get(hold.size() - 2).id() + "/until/" + hold.getLast().id();
  }

  /// Leads to what is different between two.
  @GetMapping("/compared")
  String compare(
      SignedIn who,
      @PathVariable String work,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      RedirectAttributes redirect) {
    String base = "redirect:/network/maps/" + WorkspaceId.of(work) + "/versions";
    var ids =
        sealed.of(who, WorkspaceId.of(work)).stream().map(one -> one.id().toString()).toList();
    if (!ids.contains(from) || !to.equals("now") && !ids.contains(to)) {
      Notice.leave(redirect, words.say("network.difference.choose"));
      return base;
    }
    return base + "/" + from + "/until/" + to;
  }

  @GetMapping("/{version:[0-9a-f-]{36}}")
  String show(SignedIn who, @PathVariable String work, @PathVariable String version, Model model) {
    return show(who, WorkspaceId.of(work), version, Answers.none(words), model);
  }

  /// A version for the picture, read-only.
  @GetMapping("/{version:[0-9a-f-]{36}}/drawn")
  ResponseEntity<Past> drawn(
      SignedIn who, @PathVariable String work, @PathVariable String version) {
    return ResponseEntity.ok(past(who, find(who, WorkspaceId.of(work), version)));
  }

  @PostMapping("/{version}/taking-back")
  String takeBack(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String version,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(work);
    var form = new Answers(words, values);
    String because = form.needLines("because", "network.version.because.missing");
    if (!form.isWrong()) {
      try {
        sealed.takeBack(who, id, Ids.parse(version), because);
        Notice.leave(redirect, words.say("network.version.back"));
        return "redirect:/network/maps/" + id + "/versions";
      } catch (Refused refused) {
        form.problem("because", refused.sentence());
      }
    }
    response.setStatus(422);
    return show(who, id, version, form, model);
  }

  /// Who sees it differently, and how: kept with the meeting that left this version.
  @PostMapping("/{version}/differently")
  String differ(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String version,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(work);
    var one = find(who, id, version).version();
    var form = new Answers(words, values);
    String said = form.needLines("differently", "network.version.differently.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return show(who, id, version, form, model);
    }
    sessions.note(who, id, one.session(), NoteKind.DIFFERENTLY, said);
    Notice.leave(redirect, words.say("network.version.differently.kept"));
    return "redirect:/network/maps/" + id + "/versions/" + one.id();
  }

  private record Found(SealedMap version, SealedMaps.Between between) {}

  private Found find(SignedIn who, WorkspaceId work, String version) {
    var one =
        sealed.of(who, work).stream()
            .filter(each -> each.id().toString().equals(version) && !each.isOver())
            .findFirst()
            .orElseThrow(NotThere::new);
    sealed.open(who, work, one.id());
    return new Found(one, sealed.between(who, work, version, ""));
  }

  /// The version, and after it what came since.
  private Past past(SignedIn who, Found found) {
    var then = views.whole(found.between().earlier().sight(), found.between().earlier().fresh());
    var now = views.whole(found.between().later().sight());
    var difference = found.between().difference();
    var came = ids(difference.joined(), difference.formed());
    var gone = ids(difference.left(), difference.lost());
    var nodes = new ArrayList<>(then.nodes());
    now.nodes().stream().filter(node -> came.contains(node.id())).forEach(nodes::add);
    var lines = new ArrayList<>(then.lines());
    now.lines().stream().filter(line -> came.contains(line.id())).forEach(lines::add);
    return new Past(
        new View(then.last(), nodes, lines, List.of()), namings.of(found.version()), came, gone);
  }

  private static Set<String> ids(Set<?> nodes, Set<?> lines) {
    return Stream.concat(nodes.stream(), lines.stream())
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String show(SignedIn who, WorkspaceId work, String version, Answers form, Model model) {
    var found = find(who, work, version);
    var past = past(who, found);
    var differently =
        sessions.of(who, work).stream()
            .filter(session -> session.id().equals(found.version().session()))
            .flatMap(session -> session.said().stream())
            .filter(note -> note.kind() == NoteKind.DIFFERENTLY && !note.isOver())
            .map(
                note ->
                    words.say(
                        "network.version.differently.said",
                        note.words(),
                        users.nameOf(note.by()),
                        Dates.moment(note.at())))
            .toList();
    model.addAttribute(
        "page",
        new VersionPage(
            exercises.find(who, work),
            namings.line(found.version()),
            past.view(),
            past.came(),
            past.gone(),
            differently,
            found.version().session().toString(),
            sealed.mayTakeBack(who, found.version()),
            form));
    return "network/versions/version";
  }
}
