package org.sightline.network.drawing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.kernel.Ids;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.Maps;
import org.sightline.network.NotDrawn;
import org.sightline.network.map.Change;
import org.sightline.network.map.Edit;
import org.sightline.network.map.ElementId;
import org.sightline.network.map.Field;
import org.sightline.network.sentences.Sentences;
import org.sightline.web.Answers;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One node or one line: what is known of it, what is asked, and what can be done to it.
@Controller
class ElementController {

  private final Maps maps;
  private final ElementPages pages;
  private final Questions questions;
  private final Sentences sentences;
  private final Words words;

  ElementController(
      Maps maps, ElementPages pages, Questions questions, Sentences sentences, Words words) {
    this.maps = maps;
    this.pages = pages;
    this.questions = questions;
    this.sentences = sentences;
    this.words = words;
  }

  @GetMapping("/network/maps/{work}/elements/{element}")
  String show(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String element,
      @RequestParam(required = false) @Nullable String meeting,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model) {
    return pages.show(who, at(work, element, part).forMeeting(meeting), null, null, null, model);
  }

  @PostMapping("/network/maps/{work}/elements/{element}")
  String answer(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String element,
      @RequestParam Map<String, String> values,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var at = at(work, element, part).forMeeting(values.get("meeting"));
    var form = new Answers(words, values);
    var read = questions.read(form, pages.asked(who, at));
    String said = "network.element.nothing";
    if (!form.isWrong()) {
      try {
        var edit = Ids.parse(form.value("edit"));
        if (maps.answer(who, at.work(), edit, at.element(), read, Reporting.seen(form))) {
          said = "network.element.saved";
        }
      } catch (NotDrawn not) {
        form.problem("edit", refusal(who, at, not));
      }
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return pages.show(who, at, form, null, null, model);
    }
    return done(who, at, words.say(said), model, redirect);
  }

  @PostMapping("/network/maps/{work}/elements/{element}/reports")
  String report(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String element,
      @RequestParam Map<String, String> values,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var at = at(work, element, part);
    var form = new Answers(words, values);
    var read = questions.read(form, questions.ofReport());
    if (!form.isWrong()) {
      var edit = Ids.parse(form.value("edit"));
      var report = new ElementId(edit);
      draw(who, at, new Edit(edit, Reporting.changes(report, at.element(), read)), form);
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return pages.show(who, at, null, form, null, model);
    }
    return done(who, at, words.say("network.element.reported"), model, redirect);
  }

  /// Takes it off the map, with why; nothing is lost, and it can be put back.
  @PostMapping("/network/maps/{work}/elements/{element}/off")
  String takeOff(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String element,
      @RequestParam Map<String, String> values,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var at = at(work, element, part);
    var form = new Answers(words, values);
    String because = form.needLine("because", "network.wrong.missing.because");
    if (!form.isWrong()) {
      draw(who, at, one(form, at.element(), Field.OFF, because), form);
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return pages.show(who, at, form, null, null, model);
    }
    return done(who, at, words.say("network.element.off"), model, redirect);
  }

  @PostMapping("/network/maps/{work}/elements/{element}/back")
  String putBack(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String element,
      @RequestParam Map<String, String> values,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var at = at(work, element, part);
    var form = new Answers(words, values);
    draw(who, at, one(form, at.element(), Field.OFF, ""), form);
    if (form.isWrong()) {
      response.setStatus(422);
      return pages.show(who, at, form, null, null, model);
    }
    return done(who, at, words.say("network.element.back"), model, redirect);
  }

  /// Says that it turned out to be another one, or takes that back.
  @PostMapping("/network/maps/{work}/elements/{element}/same")
  String same(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String element,
      @RequestParam Map<String, String> values,
      @RequestHeader(name = "X-Part", required = false) @Nullable String part,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var at = at(work, element, part);
    var form = new Answers(words, values);
    String other = form.value("same-as");
    String apart = form.value("apart");
    if (!apart.isEmpty()) {
      draw(who, at, one(form, ElementId.of(apart), Field.SAME_AS, ""), form);
    } else if (other.isEmpty() || !Field.SAME_AS.accepts(other)) {
      form.problem("same-as", words.say("network.wrong.missing.same-as"));
    } else {
      draw(who, at, one(form, at.element(), Field.SAME_AS, other), form);
    }
    if (form.isWrong()) {
      response.setStatus(422);
      return pages.show(who, at, form, null, null, model);
    }
    var shown = apart.isEmpty() ? at.of(ElementId.of(other)) : at;
    String said = apart.isEmpty() ? "network.element.joined" : "network.element.apart";
    return done(who, shown, words.say(said), model, redirect);
  }

  /// Keeps where somebody put a node by hand, or lets it go again.
  @PostMapping("/network/maps/{work}/elements/{element}/pin")
  ResponseEntity<String> pin(
      SignedIn who,
      @PathVariable String work,
      @PathVariable String element,
      @RequestParam Map<String, String> values) {
    var at = at(work, element, null);
    var form = new Answers(words, values);
    String place = form.value("pin");
    if (!Field.PIN.accepts(place)) {
      return ResponseEntity.unprocessableContent().body(words.say("network.wrong.pin"));
    }
    var fields = new EnumMap<Field, String>(Map.of(Field.PIN, place));
    try {
      maps.answer(
          who,
          at.work(),
          Ids.parse(form.value("edit")),
          at.element(),
          fields,
          Reporting.seen(form));
      return ResponseEntity.ok("");
    } catch (NotDrawn not) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(refusal(who, at, not));
    }
  }

  private static Edit one(Answers form, ElementId element, Field field, String value) {
    UUID id = Ids.parse(form.value("edit"));
    return new Edit(id, List.of(new Change(element, field, value)));
  }

  private void draw(SignedIn who, ElementPages.At at, Edit edit, Answers form) {
    try {
      maps.draw(who, at.work(), edit, Reporting.seen(form));
    } catch (NotDrawn not) {
      form.problem("edit", refusal(who, at, not));
    }
  }

  private String refusal(SignedIn who, ElementPages.At at, NotDrawn not) {
    return sentences.refusal(not.refusal(), maps.open(who, at.work()));
  }

  private String done(
      SignedIn who, ElementPages.At at, String said, Model model, RedirectAttributes redirect) {
    if (at.part()) {
      return pages.show(who, at, null, null, said, model);
    }
    Notice.leave(redirect, said);
    return at.meeting().isEmpty()
        ? "redirect:/network/maps/" + at.work() + "/elements/" + at.element()
        : "redirect:" + at.sealing();
  }

  private static ElementPages.At at(String work, String element, @Nullable String part) {
    var id = ElementId.of(element);
    if (!id.toString().equals(element)) {
      throw new NotThere();
    }
    return new ElementPages.At(WorkspaceId.of(work), id, part != null, "");
  }
}
