package org.sightline.concerns.reading;

import jakarta.servlet.http.HttpServletResponse;
import org.sightline.concerns.ConcernId;
import org.sightline.concerns.Following;
import org.sightline.concerns.reading.ReadingPages.Typed;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
import org.sightline.web.Notice;
import org.sightline.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class ReadingController {

  private static final int LONGEST = 10_000;

  private final Following following;
  private final ReadingPages pages;
  private final Words words;

  ReadingController(Following following, ReadingPages pages, Words words) {
    this.following = following;
    this.pages = pages;
    this.words = words;
  }

  @GetMapping("/concerns/{id}")
  String show(SignedIn who, @PathVariable String id, Model model) {
    return page(who, ConcernId.of(id), Typed.NOTHING, model);
  }

  @PostMapping("/concerns/{id}/notes")
  String note(
      SignedIn who,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String note,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    if (note.isBlank() || note.length() > LONGEST) {
      response.setStatus(422);
      String problem =
          words.say("concerns.reading.note." + (note.isBlank() ? "missing" : "too-long"));
      return page(who, ConcernId.of(id), new Typed(note, problem, "", null), model);
    }
    following.note(who, ConcernId.of(id), note);
    Notice.leave(redirect, words.say("concerns.reading.note.kept"));
    return "redirect:/concerns/" + ConcernId.of(id);
  }

  @PostMapping("/concerns/{id}/reopening")
  String reopen(
      SignedIn who,
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int version,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      RedirectAttributes redirect,
      Model model) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      response.setStatus(422);
      return page(
          who,
          ConcernId.of(id),
          new Typed("", null, reason, words.say("concerns.reading.reopening.missing")),
          model);
    }
    try {
      following.reopen(who, ConcernId.of(id), version, reason);
    } catch (Stale stale) {
      response.setStatus(412);
      return page(who, ConcernId.of(id), new Typed("", null, reason, stale.sentence()), model);
    }
    Notice.leave(redirect, words.say("concerns.reading.reopening.kept"));
    return "redirect:/concerns/" + ConcernId.of(id);
  }

  private String page(SignedIn who, ConcernId id, Typed typed, Model model) {
    model.addAttribute("page", pages.page(who, following.open(who, id), typed));
    return "concerns/reading/concern";
  }
}
