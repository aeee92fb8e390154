package org.sightline.network.together;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.OwnMaps;
import org.sightline.network.ownmap.OwnMap;
import org.sightline.network.ownmap.Someone;
import org.sightline.web.Answers;
import org.sightline.web.HandedOver;
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

/// The rings, on a tablet that worker and young person hold together. Each page works without a
/// script; with one, people are moved by touch and by the arrow keys.
@Controller
@RequestMapping("/network/exercises/{exercise}/own-maps/{subject}")
class DrawingController {

  private final OwnMaps own;
  private final RingsWords rings;
  private final Words words;

  DrawingController(OwnMaps own, RingsWords rings, Words words) {
    this.own = own;
    this.rings = rings;
    this.words = words;
  }

  @HandedOver
  @GetMapping("/map")
  String map(
      SignedIn who, @PathVariable String exercise, @PathVariable String subject, Model model) {
    return page(who, WorkspaceId.of(exercise), Ids.parse(subject), fresh(), model);
  }

  @HandedOver
  @PostMapping("/map")
  String add(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    var form = new Answers(words, values);
    UUID id = Ids.parse(form.value("someone"));
    var map = own.find(who, work, young).need().map();
    if (map.isFull() && map.find(id) == null) {
      form.problem("name", words.say("network.own.full", OwnMap.MOST));
    }
    var before = map.find(id);
    var someone = read(form, id, map, before);
    if (someone == null) {
      response.setStatus(422);
      return page(who, work, young, form, model);
    }
    own.draw(who, work, young, drawn -> drawn.with(someone));
    Notice.leave(redirect, words.say("network.own.added"));
    return "redirect:" + base(work, young) + "/map";
  }

  @HandedOver
  @GetMapping("/map/{someone}")
  String change(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String someone,
      Model model) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    var one = required(own.find(who, work, young).need().map().find(Ids.parse(someone)));
    own.requireOpen(who, work);
    var form =
        Answers.none(words)
            .with("name", one.name())
            .with("ring", one.ring())
            .with("kind", one.kind())
            .with("said", one.said())
            .with("usedToBe", one.usedToBe() ? "yes" : null);
    return changing(work, young, one.id(), form, model);
  }

  @HandedOver
  @PostMapping("/map/{someone}")
  String change(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String someone,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    var map = own.find(who, work, young).need().map();
    var before = required(map.find(Ids.parse(someone)));
    own.requireOpen(who, work);
    var form = new Answers(words, values);
    var after = read(form, before.id(), map, before);
    if (after == null) {
      response.setStatus(422);
      return changing(work, young, before.id(), form, model);
    }
    own.draw(who, work, young, drawn -> drawn.changed(before.id(), now -> after));
    Notice.leave(redirect, words.say("network.own.changed"));
    return "redirect:" + base(work, young) + "/map";
  }

  @HandedOver
  @PostMapping("/map/{someone}/taking-off")
  String takeOff(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String someone,
      RedirectAttributes redirect) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    own.draw(who, work, young, drawn -> drawn.without(java.util.Set.of(Ids.parse(someone))));
    Notice.leave(redirect, words.say("network.own.taken-off"));
    return "redirect:" + base(work, young) + "/map";
  }

  /// Where somebody was put by touch or by the arrow keys.
  @HandedOver
  @PostMapping("/moving")
  String move(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @RequestParam Map<String, String> values) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    var form = new Answers(words, values);
    UUID id = Ids.parse(form.value("someone"));
    int ring = Math.clamp(number(form, "ring"), 1, Someone.RINGS);
    int angle = Math.floorMod(number(form, "angle"), 360);
    own.draw(who, work, young, drawn -> drawn.changed(id, one -> one.at(ring, angle)));
    return "redirect:" + base(work, young) + "/map";
  }

  @HandedOver
  @PostMapping("/steps/{which:undo|redo}")
  String step(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @PathVariable String which) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    own.step(who, work, young, which.equals("redo"));
    return "redirect:" + base(work, young) + "/map";
  }

  /// Somebody out of a form, or `null` when something is wrong, which the form then says.
  private @Nullable Someone read(Answers form, UUID id, OwnMap map, @Nullable Someone before) {
    String name = form.needLine("name", "network.own.name.missing");
    if (name.length() > Someone.LONGEST_NAME) {
      form.problem("name", words.say("network.own.name.long", Someone.LONGEST_NAME));
    }
    String said = form.line("said");
    String words = said == null ? "" : said;
    int ring = number(form, "ring");
    if (ring < 1 || ring > Someone.RINGS) {
      form.problem("ring", this.words.say("network.own.ring.missing"));
    }
    var kind = form.choice("kind", Someone.Kind.class, "network.own.kind.missing");
    if (form.isWrong()) {
      return null;
    }
    int angle = before != null && before.ring() == ring ? before.angle() : map.roomOn(ring);
    return new Someone(id, kind.orElseThrow(), name, ring, angle, form.isTicked("usedToBe"), words);
  }

  private String page(SignedIn who, WorkspaceId work, UUID young, Answers form, Model model) {
    var drawn = own.find(who, work, young).need();
    own.requireOpen(who, work);
    var map = drawn.map();
    String base = base(work, young);
    model.addAttribute(
        "page",
        new RingsPage(
            base,
            map,
            rings.picture(map, one -> base + "/map/" + one.id()),
            drawn.canUndo(),
            drawn.canRedo(),
            base + "/questions/1",
            rings.rings(map),
            rings.kinds(),
            rings.closeness(),
            form));
    return "network/together/map";
  }

  private String changing(WorkspaceId work, UUID young, UUID someone, Answers form, Model model) {
    model.addAttribute(
        "page",
        new RingsPage.Changing(
            base(work, young), someone.toString(), rings.kinds(), rings.closeness(), form));
    return "network/together/changing";
  }

  private Answers fresh() {
    return Answers.none(words).with("someone", UUID.randomUUID()).with("kind", "FRIEND");
  }

  private static int number(Answers form, String name) {
    String typed = form.value(name);
    return typed.matches("-?\\d{1,6}") ? Integer.parseInt(typed) : 0;
  }

  private static Someone required(@Nullable Someone one) {
    if (one == null) {
      throw new NotThere();
    }
    return one;
  }

  static String base(WorkspaceId work, UUID young) {
    return "/network/exercises/" + work + "/own-maps/" + young;
  }
}
