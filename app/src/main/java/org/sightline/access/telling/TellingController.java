package org.sightline.access.telling;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sightline.access.Casework;
import org.sightline.access.WorkUses;
import org.sightline.kernel.NotThere;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.WorkspaceId;
import org.sightline.web.Answers;
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
class TellingController {

  private final WorkUses uses;
  private final Casework casework;
  private final Words words;

  TellingController(WorkUses uses, Casework casework, Words words) {
    this.uses = uses;
    this.casework = casework;
    this.words = words;
  }

  @GetMapping("/casework/{piece}/telling")
  String show(SignedIn who, @PathVariable String piece, Model model) {
    return page(who, WorkspaceId.of(piece), Answers.none(words), model);
  }

  @PostMapping("/casework/{piece}/telling")
  String say(
      SignedIn who,
      @PathVariable String piece,
      @RequestParam Map<String, String> values,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = WorkspaceId.of(piece);
    if (!casework.isChair(who, id)) {
      throw new NotThere();
    }
    var form = new Answers(words, values);
    String usedFor = form.needLines("usedFor", "access.telling.used-for.missing");
    String told = form.needLines("told", "access.telling.told.missing");
    if (form.isWrong()) {
      response.setStatus(422);
      return page(who, id, form, model);
    }
    uses.say(who, id, usedFor, told);
    Notice.leave(redirect, words.say("access.telling.saved"));
    return "redirect:/casework/" + piece + "/telling";
  }

  private String page(SignedIn who, WorkspaceId id, Answers form, Model model) {
    var title = casework.find(who, id).purpose().title();
    model.addAttribute(
        "page",
        new TellingPage(id, title, uses.of(who, id), casework.isChair(who, id), form));
    return "access/telling/telling";
  }
}
