package org.sightline.engagement.keying;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.engagement.marks.SheetLabel;
import org.sightline.engagement.planning.SessionId;
import org.sightline.kernel.Refused;
import org.sightline.kernel.SignedIn;
import org.sightline.kernel.Stale;
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

/// Settling what two people keyed differently, by looking at the paper.
@Controller
@RequestMapping("/engagement/sessions/{session}/keying/differences")
class DifferencesController {

  private final Keying keying;
  private final Words words;

  DifferencesController(Keying keying, Words words) {
    this.keying = keying;
    this.words = words;
  }

  @GetMapping
  String show(SignedIn who, @PathVariable String session, Model model) {
    var id = SessionId.of(session);
    return page(who, id, keying.differences(who, id), null, Map.of(), model);
  }

  @PostMapping
  String settle(
      SignedIn who,
      @PathVariable String session,
      @RequestParam String label,
      @RequestParam int first,
      @RequestParam int second,
      @RequestParam Map<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    var id = SessionId.of(session);
    var differences = keying.differences(who, id);
    var read = SheetLabel.read(label).orElseThrow(() -> new Refused(KeyingSentences.UNKNOWN));
    var found = differences.stream().filter(d -> d.label().equals(read)).findFirst();
    var sheet = keying.sheet(who, id);
    if (found.isEmpty()) {
      throw new Stale(KeyingSentences.CHANGED_SINCE);
    }
    if (!SettlingForm.isComplete(fields, found.get(), sheet)) {
      response.setStatus(422);
      return page(
          who,
          id,
          differences,
          words.say("engagement.keying.settle-missing", label),
          fields,
          model);
    }
    keying.settle(who, id, read, first, second, SettlingForm.read(fields, found.get(), sheet));
    Notice.leave(redirect, words.say("engagement.keying.settled"));
    return "redirect:" + KeyingPage.base(id) + "/differences";
  }

  private String page(
      SignedIn who,
      SessionId session,
      List<Difference> differences,
      @Nullable String problem,
      Map<String, String> tried,
      Model model) {
    model.addAttribute(
        "page", new DifferencesPage(keying.sheet(who, session), differences, problem, tried));
    return "engagement/keying/differences";
  }
}
