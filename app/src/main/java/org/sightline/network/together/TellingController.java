package org.sightline.network.together;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.sightline.kernel.Ids;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.network.OwnMaps;
import org.sightline.web.Answers;
import org.sightline.web.HandedOver;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Before, and after: a young person is told what happens with their map and says yes or no; they
/// stop when they like, and keep it or throw it away (practice.md, Safety 3 and 5).
@Controller
@RequestMapping("/network/exercises/{exercise}/own-maps/{subject}")
class TellingController {

  private final OwnMaps own;
  private final Words words;

  TellingController(OwnMaps own, Words words) {
    this.own = own;
    this.words = words;
  }

  @HandedOver
  @GetMapping("/telling")
  String tell(
      SignedIn who, @PathVariable String exercise, @PathVariable String subject, Model model) {
    own.requireOpen(who, WorkspaceId.of(exercise));
    return page(who, exercise, subject, Answers.none(words), "telling", model);
  }

  @HandedOver
  @PostMapping("/telling")
  String answer(
      SignedIn who,
      @PathVariable String exercise,
      @PathVariable String subject,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    var form = new Answers(words, values);
    own.requireOpen(who, work);
    String base = DrawingController.base(work, young);
    if (form.is("answer", "yes")) {
      own.begin(who, work, young);
      return "redirect:" + base + "/map";
    }
    if (form.is("answer", "no")) {
      own.decline(who, work, young);
      return "redirect:" + base + "/thanks";
    }
    form.problem("answer", words.say("network.own.telling.missing"));
    response.setStatus(422);
    return page(who, exercise, subject, form, "telling", model);
  }

  @HandedOver
  @GetMapping("/stopping")
  String stop(
      SignedIn who, @PathVariable String exercise, @PathVariable String subject, Model model) {
    own.find(who, WorkspaceId.of(exercise), Ids.parse(subject)).need();
    return page(who, exercise, subject, Answers.none(words), "stopping", model);
  }

  @HandedOver
  @PostMapping("/finishing")
  String finish(SignedIn who, @PathVariable String exercise, @PathVariable String subject) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    own.finish(who, work, young);
    return "redirect:" + DrawingController.base(work, young) + "/thanks";
  }

  @HandedOver
  @GetMapping("/throwing-away")
  String askToThrowAway(
      SignedIn who, @PathVariable String exercise, @PathVariable String subject, Model model) {
    own.find(who, WorkspaceId.of(exercise), Ids.parse(subject)).need();
    return page(who, exercise, subject, Answers.none(words), "throwing", model);
  }

  @HandedOver
  @PostMapping("/throwing-away")
  String throwAway(SignedIn who, @PathVariable String exercise, @PathVariable String subject) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    own.throwAway(who, work, young);
    return "redirect:" + DrawingController.base(work, young) + "/thanks";
  }

  @HandedOver
  @GetMapping("/thanks")
  String thanks(
      SignedIn who, @PathVariable String exercise, @PathVariable String subject, Model model) {
    return page(who, exercise, subject, Answers.none(words), "thanks", model);
  }

  private String page(
      SignedIn who, String exercise, String subject, Answers form, String name, Model model) {
    var work = WorkspaceId.of(exercise);
    UUID young = Ids.parse(subject);
    var found = own.find(who, work, young);
    model.addAttribute(
        "page",
        new TellingPage(
            DrawingController.base(work, young),
            found.drawn() != null,
            own.isOpen(who, work),
            form));
    return "network/together/" + name;
  }
}
